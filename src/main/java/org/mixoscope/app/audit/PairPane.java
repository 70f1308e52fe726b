package org.mixoscope.app.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Pixels;

/// Two frameworks side by side: the mix of each, what its label gives A, and what its pixels show.
final class PairPane extends HBox {
  private static final List<String> LETTERS = List.of("A", "B");
  private static final List<SourceColour> COLOURS = List.of(SourceColour.of(0), SourceColour.of(1));

  private final AuditModel model;
  private final Messages messages;
  private final List<Side> sides = new ArrayList<>();

  PairPane(AuditModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("audit-pair");
    getStyleClass().addAll("card", "audit-pair");
    setVisible(false);
    managedProperty().bind(visibleProperty());
    for (String side : List.of("left", "right")) {
      sides.add(new Side(messages, side));
    }
    getChildren().addAll(sides);
  }

  /// Shows two; nothing for any other number.
  void show(List<Finding> chosen) {
    setVisible(chosen.size() == sides.size());
    for (int k = 0; isVisible() && k < sides.size(); k++) {
      sides.get(k).show(chosen.get(k), model.picture(chosen.get(k)), new FindingText(messages));
    }
  }

  /// One framework.
  private static final class Side extends HBox {
    private final BoxThumbnail picture = new BoxThumbnail();
    private final Label name = new Label();
    private final Label why = new Label();
    private final LabelBar label = new LabelBar(true);
    private final LabelBar share = new LabelBar(true);

    Side(Messages messages, String id) {
      name.setId("audit-pair-" + id);
      name.getStyleClass().add("method-name");
      why.setWrapText(true);
      why.getStyleClass().add("caption");
      VBox words =
          new VBox(
              name,
              caption(messages, "audit.label"),
              label,
              caption(messages, "audit.share"),
              share,
              why);
      words.getStyleClass().add("audit-pair-words");
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox.setHgrow(this, Priority.ALWAYS);
      getStyleClass().add("audit-pair-side");
      setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(picture, words);
    }

    private static Label caption(Messages messages, String key) {
      Label caption = new Label();
      caption.textProperty().bind(messages.bind(key));
      caption.getStyleClass().add("caption");
      return caption;
    }

    void show(Finding finding, @Nullable Pixels pixels, FindingText text) {
      name.setText(finding.profile().id());
      why.setText(text.why(finding));
      bar(label, finding.label());
      bar(share, finding.share());
      if (pixels != null) {
        picture.show(pixels, finding);
      }
    }

    private static void bar(LabelBar bar, double a) {
      bar.show(LETTERS, DoubleStream.of(a, 1 - a).boxed().toList(), COLOURS);
      bar.setAccessibleText(LabelBar.number(a));
    }
  }
}

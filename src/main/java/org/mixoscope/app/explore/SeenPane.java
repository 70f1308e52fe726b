package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.state.View;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.ClassColour;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Hue;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.NextFrame;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;

/// What can be seen in the mix of what its label says: the classes of a map by area, objects by
/// number and area, and a warning of classes that have weight and cannot be seen. There only where
/// something is known.
final class SeenPane extends VBox {
  private static final int MOST_CLASSES = 6;

  private final MixModel model;
  private final Messages messages;
  private final LabelBar areas = new LabelBar(true);
  private final StringProperty spoken = new SimpleStringProperty("");
  private final Label seen = new Label();
  private final Label ghost = new Label();
  private final FontIcon warning = Icons.of(Feather.ALERT_TRIANGLE);

  SeenPane(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("seen");
    getStyleClass().add("seen-pane");
    areas.setId("area-bar");
    areas.getStyleClass().add("area-bar");
    Explained.by(areas, spoken, messages.bind("marks.areas.help"), "");
    seen.setId("seen-objects");
    ghost.setId("ghost");
    Explained.by(seen, seen.textProperty(), messages.bind("marks.seen.help"), "");
    seen.getStyleClass().add("seen-words");
    ghost.getStyleClass().add("ghost");
    for (Label words : List.of(seen, ghost)) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(areas, seen, ghost);
    getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    managedProperty().bind(visibleProperty());
    // At most once for a frame of the screen: a drag asks more often.
    NextFrame next = new NextFrame(this, this::show);
    WhileVisible.follow(
        this,
        next::ask,
        model.revisionProperty(),
        model.sight().slowMotion().stepProperty(),
        messages.languageProperty());
    show();
  }

  /// In slow motion nothing is said of the label before that is told.
  private void show() {
    Step step = model.sight().slowMotion().stepProperty().get();
    ViewMarks marks = step == null || step == Step.RELABEL ? model.marks(View.MIXED) : null;
    boolean twoKinds = marks == null && step == null && hasTwoKinds();
    setVisible(marks != null || twoKinds);
    if (marks == null) {
      List.of(areas, ghost).forEach(node -> node.setVisible(false));
      seen.setVisible(twoKinds);
      seen.setText(messages.get("marks.two-kinds"));
      return;
    }
    boolean isMap = marks.target() instanceof ClassMap;
    areas.setVisible(isMap);
    seen.setVisible(!isMap);
    if (isMap) {
      showAreas(marks);
    }
    if (marks.target() instanceof Objects objects) {
      seen.setText(seen(marks, objects));
    }
    // An empty line where a warning may come, so that nothing jumps while a box is dragged.
    String haunted = Spoken.ghosts(model, messages);
    ghost.setText(haunted);
    ghost.setGraphic(haunted.isEmpty() ? null : warning);
    ghost.setVisible(true);
  }

  private boolean hasTwoKinds() {
    return IntStream.range(0, model.recipe().sources().size())
            .mapToObj(k -> model.pictures().slotProperty(k).get().marks())
            .filter(one -> one != null)
            .map(one -> one.target().getClass())
            .distinct()
            .count()
        > 1;
  }

  private void showAreas(ViewMarks marks) {
    double[] pixels = marks.areas();
    double all = DoubleStream.of(pixels).sum();
    List<Double> shares =
        DoubleStream.of(pixels).map(area -> all == 0 ? 0 : area / all).boxed().toList();
    List<Hue> colours = ClassColour.first(pixels.length);
    areas.show(marks.names(), shares, colours);
    List<String> said = new ArrayList<>();
    for (int c = 0; c < pixels.length; c++) {
      if (pixels[c] > 0) {
        said.add(percent(shares.get(c)) + " % " + marks.names().get(c));
      }
    }
    spoken.set(messages.get("marks.areas") + ": " + String.join(", ", said));
  }

  private String seen(ViewMarks marks, Objects objects) {
    int[] counts = new int[marks.names().size()];
    objects.instances().stream()
        .filter(one -> !one.isToBeIgnored())
        .mapToInt(Instance::category)
        .forEach(category -> counts[category]++);
    List<String> said =
        IntStream.range(0, counts.length)
            .filter(c -> counts[c] > 0)
            .mapToObj(c -> seen(marks, objects, c, counts[c]))
            .toList();
    String all =
        said.isEmpty()
            ? messages.get("marks.seen.nothing")
            : messages.get("marks.seen", listed(said));
    return objects.gone() == 0
        ? all
        : all + " · " + messages.get("marks.gone", Integer.toString(objects.gone()));
  }

  private String seen(ViewMarks marks, Objects objects, int category, int count) {
    double share = marks.areas()[category] / objects.frame().pixels();
    return messages.get(
        "marks.seen.one", marks.names().get(category), Integer.toString(count), percent(share));
  }

  private String listed(List<String> said) {
    if (said.size() <= MOST_CLASSES) {
      return String.join(" · ", said);
    }
    String rest = messages.get("marks.others", Integer.toString(said.size() - MOST_CLASSES));
    return String.join(" · ", said.subList(0, MOST_CLASSES)) + " · " + rest;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}

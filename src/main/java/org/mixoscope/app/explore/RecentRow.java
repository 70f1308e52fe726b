package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.explore.RecentEntry.What;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.RightClick;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Source;

/// A line of what was used lately: its pictures, its name, and where it lies. Each picture has a
/// menu that puts it alone into a pane.
final class RecentRow extends ListCell<RecentEntry> {
  private static final double SIDE = 36;
  private static final int MOST_PICTURES = 3;
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final MixModel model;
  private final Messages messages;
  private final Thumbnails thumbnails;
  private final HBox pictures = new HBox();
  private final Label name = new Label();
  private final Label place = new Label();
  private final HBox row;
  private Subscription requests = Subscription.EMPTY;

  RecentRow(MixModel model, Messages messages, Thumbnails thumbnails) {
    this.model = model;
    this.messages = messages;
    this.thumbnails = thumbnails;
    getStyleClass().add("recent-row");
    place.getStyleClass().add("caption");
    // The end of a path says more than its beginning.
    place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    pictures.getStyleClass().add("recent-pictures");
    pictures.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(name, place);
    words.setAlignment(Pos.CENTER_LEFT);
    row = new HBox(pictures, words);
    row.getStyleClass().add("recent-line");
    row.setAlignment(Pos.CENTER_LEFT);
    // As wide as the list, whatever is written.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RecentEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    requests.unsubscribe();
    requests = Subscription.EMPTY;
    pictures.getChildren().clear();
    pseudoClassStateChanged(MISSING, entry != null && !entry.there());
    if (entry == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(entry.name());
    place.setText(
        entry.there() ? entry.place() : messages.get("recent.gone") + " · " + entry.place());
    setAccessibleText(entry.name() + ", " + place.getText());
    switch (entry.what()) {
      case What.Folder folder -> pictures.getChildren().add(well(Icons.of(Feather.FOLDER)));
      case What.Pictures(var sources) -> show(sources);
    }
    setGraphic(row);
  }

  private void show(List<Source> sources) {
    sources.stream().limit(MOST_PICTURES).forEach(this::show);
    if (sources.size() > MOST_PICTURES) {
      pictures.getChildren().add(new Label("+ " + (sources.size() - MOST_PICTURES)));
    }
  }

  private void show(Source source) {
    ImageView view = new ImageView();
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    StackPane well = well(view);
    pictures.getChildren().add(well);
    RightClick.on(
        well,
        () ->
            IntStream.range(0, model.recipe().sources().size())
                .mapToObj(k -> into(k, source))
                .toList());
    Pixels known = thumbnails.known(source.location());
    if (known != null) {
      view.setImage(ScreenImage.of(known));
      return;
    }
    requests =
        requests.and(
            thumbnails.request(
                source.location(),
                pixels -> view.setImage(ScreenImage.of(pixels)),
                failure -> well.getChildren().setAll(Icons.of(Feather.ALERT_TRIANGLE))));
  }

  private MenuItem into(int k, Source source) {
    MenuItem item = new MenuItem(messages.get("recent.into", SourceColour.of(k).letter()));
    item.setId("recent-into-" + SourceColour.of(k).letter());
    item.setOnAction(e -> model.pictures().open(k, source));
    return item;
  }

  private static StackPane well(Node node) {
    StackPane well = new StackPane(node);
    well.getStyleClass().add("recent-well");
    well.setMinSize(SIDE, SIDE);
    well.setMaxSize(SIDE, SIDE);
    return well;
  }
}

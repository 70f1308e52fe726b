package org.mixoscope.app.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.PoolModel.Listing;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.kernel.Objection;
import org.mixoscope.lab.data.PictureSet;

/// Opens data sets of the user's, and says what of them is used and how they are parted.
final class DataSource extends VBox {
  private static final double PERCENT = 100;

  private final TrainModel model;
  private final Desk desk;
  private final Messages messages;
  private final MenuButton open = new MenuButton();
  private final Picker<Integer> side;
  private final HBox shrunk;
  private final Label doing = OptionRow.note("train-data-reading", "caption");
  private final ProgressBar bar = new ProgressBar();
  private final HBox progress;
  private final Label found = OptionRow.note("train-data-found", "caption");
  private final Label problem = OptionRow.note("train-data-problem", "batch-problem");

  DataSource(TrainModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    messages = desk.messages();
    getStyleClass().add("train-source");
    open.setId("train-open-data");
    open.setMaxWidth(Double.MAX_VALUE);
    open.textProperty().bind(messages.bind("train.open-data"));
    open.showingProperty().subscribe(on -> fill(on));
    fill(true);
    side =
        new Picker<>(
            "train-side",
            OwnData.SIDES,
            one -> messages.get("train.side.of", one, one),
            this::shrink,
            messages);
    shrunk = OptionRow.of(messages, "train.side", side);
    Button cancel =
        OptionRow.button(messages, "train.cancel-data", Feather.X, model.samples()::cancel);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    progress = new HBox(bar, cancel);
    progress.getStyleClass().add("option-row");
    progress.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Explained.by(open, messages, "train.open-data"),
            doing,
            progress,
            problem,
            shrunk,
            found);
    for (ObservableValue<?> one :
        List.of(
            model.optionsProperty(),
            model.waitingProperty(),
            model.samples().readingProperty(),
            model.samples().failureProperty(),
            messages.languageProperty())) {
      one.subscribe(now -> show());
    }
  }

  // What can be opened

  /// Filled when it is opened: what Explore has open may be another folder by then.
  private void fill(boolean opening) {
    if (!opening) {
      return;
    }
    open.getItems()
        .setAll(
            item("train.open-folder", () -> desk.dialogs().openFolder()),
            item("train.open-file", () -> desk.dialogs().openDataSet()));
    List<Path> others = new ArrayList<>(desk.recent().folders());
    Listing listing = desk.pool().listingProperty().get();
    if (listing != null) {
      Path root = listing.root().toAbsolutePath();
      MenuItem explored = item(root);
      explored.setId("train-open-explored");
      explored.setText(messages.get("train.open-explored", nameOf(root)));
      open.getItems().add(explored);
      others.remove(root);
    }
    if (!others.isEmpty()) {
      open.getItems().add(new SeparatorMenuItem());
      others.forEach(folder -> open.getItems().add(item(folder)));
    }
  }

  private MenuItem item(String key, Supplier<Optional<Path>> ask) {
    MenuItem item = new MenuItem(messages.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(e -> ask.get().ifPresent(this::take));
    return item;
  }

  private MenuItem item(Path folder) {
    MenuItem item = new MenuItem(messages.get("train.open-recent", nameOf(folder), folder));
    item.setMnemonicParsing(false); // a name may have an underscore
    item.setOnAction(e -> take(folder));
    return item;
  }

  private static String nameOf(Path path) {
    return Objects.toString(path.getFileName(), path.toString());
  }

  /// Opens a data set.
  void take(Path source) {
    OwnData own = model.options().data().own();
    model.openData(source, own == null ? OwnData.SIDES.getFirst() : own.side());
  }

  private void shrink(int to) {
    OwnData own = model.options().data().own();
    if (own != null && own.side() != to) {
      model.openData(own.source(), to);
    }
  }

  // What is said

  private void show() {
    OwnData own = model.options().data().own();
    shrunk.setVisible(own != null);
    shrunk.setManaged(own != null);
    if (own != null) {
      side.show(own.side());
    }
    Samples.Reading reading = model.samples().readingProperty().get();
    progress.setVisible(reading != null);
    progress.setManaged(reading != null);
    doing.setText(reading == null ? "" : text(reading));
    bar.setProgress(reading == null ? 0 : reading.done());
    Samples.Failure failure = model.samples().failureProperty().get();
    problem.setText(failure == null ? "" : text(failure, own));
    found.setText(own == null ? "" : text(own));
  }

  private String text(Samples.Reading reading) {
    return reading.done() < 0
        ? messages.get("train.listing", nameOf(reading.source()))
        : messages.get(
            "train.reading", nameOf(reading.source()), Math.round(PERCENT * reading.done()));
  }

  private String text(Samples.Failure failure, @Nullable OwnData own) {
    String why = Problems.text(failure.why(), messages);
    boolean isPresent = own != null && own.source().equals(failure.source());
    return model.waitingProperty().get() && isPresent
        ? messages.get("sentences", why, messages.get("train.data.missing"))
        : why;
  }

  private String text(OwnData own) {
    PictureSet set = model.samples().set(own);
    if (set == null) {
      return messages.get("train.data.not-read", own.source());
    }
    List<String> said = new ArrayList<>();
    int unread = set.unreadable().size();
    boolean all = set.used() + unread >= set.all();
    said.add(
        messages.get(
            all ? "train.data.used-all" : "train.data.used",
            own.name(),
            set.used(),
            set.all(),
            own.shape().width(),
            own.shape().height(),
            own.classes().size()));
    PictureSet.Part tested = set.tested();
    said.add(
        tested == null
            ? messages.get("train.data.parted", own.train(), own.test())
            : messages.get(
                "train.data.split",
                own.train(),
                Objects.requireNonNullElse(set.trained().split(), ""),
                own.test(),
                Objects.requireNonNullElse(tested.split(), "")));
    if (unread > 0) {
      Objection first = set.unreadable().getFirst();
      said.add(messages.get("train.data.unreadable", unread, messages.get(first)));
    }
    if (own.equals(model.changedProperty().get())) {
      said.add(messages.get("train.data.changed"));
    }
    return said.stream().reduce((a, b) -> messages.get("sentences", a, b)).orElse("");
  }
}

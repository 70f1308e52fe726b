package org.mixoscope.app.explore;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The menus of the picture, of a source and of the label. What makes no sense at the moment is
/// there, but cannot be chosen.
record PictureMenus(Desk desk) {
  /// Of the large picture.
  List<MenuItem> ofPicture() {
    MixModel model = desk.model();
    boolean mixed = model.isMixable();
    Recipe recipe = model.recipe();
    return List.of(
        item(Command.COPY_PICTURE, mixed),
        item(Command.COPY_FIGURE, mixed),
        item(Command.COPY_RECIPE, true),
        new SeparatorMenuItem(),
        item("menu.save", "", mixed, () -> desk.outgoing().exportPicture(1)),
        item(Command.EXPORT, mixed),
        item(Command.SAVE_RECIPE, true),
        new SeparatorMenuItem(),
        item(Command.KEEP, mixed),
        item(Command.SWAP, recipe.sources().size() > 1),
        item(
            "menu.as-drawn",
            "",
            !recipe.equals(recipe.drawn(recipe.index())),
            () -> model.edit(r -> r.drawn(r.index()))),
        item(
            Command.ZOOM_FIT.key(),
            Command.ZOOM_FIT.keysText(),
            !model.sight().viewportProperty().get().equals(Viewport.FIT),
            () -> model.sight().viewportProperty().set(Viewport.FIT)),
        new SeparatorMenuItem(),
        item(Command.PASTE, holds()));
  }

  /// Of the pane of source k.
  List<MenuItem> ofSource(int k) {
    MixModel model = desk.model();
    boolean isRead = model.pictures().slotProperty(k).get().loaded() != null;
    Optional<Path> folder = folder(model.recipe().sources().get(k));
    String keys = k == 0 ? Command.OPEN_A.keysText() : k == 1 ? Command.OPEN_B.keysText() : "";
    return List.of(
        item("menu.open", keys, true, () -> desk.incoming().chooseSource(k)),
        item("menu.paste", "", holds(), () -> desk.incoming().paste(k)),
        new SeparatorMenuItem(),
        item("menu.copy-source", "", isRead, () -> desk.outgoing().copySource(k)),
        item("menu.reveal", "", folder.isPresent(), () -> folder.ifPresent(desk.reveal()::folder)),
        new SeparatorMenuItem(),
        item(Command.SWAP, k < 2 && model.recipe().sources().size() > 1),
        item("menu.remove", "", model.sources().canRemove(), () -> model.sources().remove(k)));
  }

  /// Of the label.
  List<MenuItem> ofLabel() {
    MixModel model = desk.model();
    Optional<Mix> mix = Optional.ofNullable(model.mix());
    return List.of(
        label("menu.copy-vector", mix.map(PictureMenus::vector)),
        label("menu.copy-named", mix.map(PictureMenus::named)),
        item(Command.COPY_RECIPE, true),
        new SeparatorMenuItem(),
        item(
            "menu.no-smoothing",
            "",
            model.recipe().smoothing() > 0,
            () -> model.edit(r -> r.withSmoothing(0))),
        new SeparatorMenuItem(),
        item(Command.OPEN_CLASSIFIER, true),
        item(Command.CLOSE_CLASSIFIER, true));
  }

  private MenuItem label(String key, Optional<String> label) {
    return item(key, "", label.isPresent(), () -> label.ifPresent(desk.outgoing()::copyLabel));
  }

  private static String vector(Mix mix) {
    return mix.label().stream().map(LabelBar::number).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String named(Mix mix) {
    return IntStream.range(0, mix.classes().size())
        .mapToObj(c -> mix.classes().get(c) + ": " + LabelBar.number(mix.label().get(c)))
        .collect(Collectors.joining(", "));
  }

  /// Where the file of a source is; samples have none.
  private static Optional<Path> folder(Source source) {
    try {
      Path file =
          PackedPicture.at(source.location())
              .map(PackedPicture::file)
              .orElseGet(() -> Path.of(source.location()));
      return Files.isRegularFile(file)
          ? Optional.ofNullable(file.toAbsolutePath().getParent())
          : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty(); // It is no file.
    }
  }

  /// Whether there is anything to paste.
  private static boolean holds() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    return clipboard.hasFiles() || clipboard.hasImage() || clipboard.hasString();
  }

  private MenuItem item(Command command, boolean possible) {
    boolean bound = desk.actions().has(command);
    return item(
        command.key(),
        command.keysText(),
        possible && bound && desk.actions().possible(command).getValue(),
        () -> desk.actions().run(command));
  }

  private MenuItem item(String key, String keys, boolean possible, Runnable action) {
    MenuItem item = new MenuItem((desk.messages().get(key) + "   " + keys).strip());
    item.setId("right-" + key);
    item.setMnemonicParsing(false);
    item.setDisable(!possible);
    item.setOnAction(e -> action.run());
    return item;
  }
}

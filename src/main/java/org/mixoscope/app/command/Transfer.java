package org.mixoscope.app.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

/// Everything that enters and leaves the screen: files, the clipboard, what is dropped.
public final class Transfer {
  private final MixModel model;
  private final PoolModel pool;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final FigureExport figures;
  private int pasteTarget = -1;

  Transfer(
      MixModel model,
      PoolModel pool,
      Messages messages,
      FileDialogs dialogs,
      TaskRunner tasks,
      Toast toast,
      FigureExport figures) {
    this.model = model;
    this.pool = pool;
    this.messages = messages;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.toast = toast;
    this.figures = figures;
  }

  // In

  public void chooseSource(int k) {
    dialogs.openPicture().ifPresent(file -> model.pictures().open(k, file));
  }

  /// More sources from files.
  public void chooseMore() {
    take(dialogs.openPictures(), model.recipe().sources().size());
  }

  public void chooseFolder() {
    dialogs.openFolder().ifPresent(pool::open);
  }

  public void chooseMask() {
    dialogs.openPicture().ifPresent(model.pictures()::openMask);
  }

  public void chooseRecipe() {
    dialogs.openRecipe().ifPresent(this::restore);
  }

  /// Lets files be dropped on a node, and pasted while the pointer is there.
  ///
  /// @param k the source that they become; negative for the whole window
  public void acceptDrops(Node node, int k) {
    node.setOnDragOver(
        e -> {
          if (accepts(e.getDragboard())) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    node.setOnDragDropped(
        e -> {
          drop(e.getDragboard(), k);
          e.setDropCompleted(true);
          e.consume();
        });
    if (k >= 0) {
      node.setOnMouseEntered(e -> pasteTarget = k);
      node.setOnMouseExited(e -> pasteTarget = -1);
    }
  }

  /// Whether something that is dragged can be dropped here.
  static boolean accepts(Dragboard board) {
    return board.hasFiles() || board.hasImage() || board.hasString();
  }

  /// Takes what was dropped on pane k, or on the large picture if k is negative.
  void drop(Dragboard board, int k) {
    if (board.hasFiles()) {
      take(board.getFiles().stream().map(File::toPath).toList(), k);
    } else if (board.hasImage()) {
      take(board.getImage(), Math.max(0, k));
    } else {
      restore(board.getString());
    }
  }

  /// Takes what the clipboard holds; a picture goes to the pane under the pointer, or to A.
  public void paste() {
    int k = pasteTarget;
    Clipboard clipboard = Clipboard.getSystemClipboard();
    String text = clipboard.hasString() ? clipboard.getString() : "";
    if (RecipeText.looksLikeOne(text)) {
      restore(text);
    } else if (clipboard.hasFiles()) {
      take(clipboard.getFiles().stream().map(File::toPath).toList(), k);
    } else if (clipboard.hasImage()) {
      take(clipboard.getImage(), Math.max(0, k));
    } else {
      toast.inform(messages.get("paste.nothing"));
    }
  }

  /// A folder is opened, wherever it is dropped.
  private void take(List<Path> files, int k) {
    tasks.run(
        () -> files.size() == 1 && Files.isDirectory(files.getFirst()),
        isFolder -> {
          if (isFolder) {
            pool.open(files.getFirst());
          } else {
            takeFiles(files, k);
          }
        },
        model::report);
  }

  /// Files on a pane are sources, from that pane on. On the large picture a file with a recipe in
  /// it restores the state; others become A and B and so on.
  private void takeFiles(List<Path> files, int k) {
    if (k < 0 && files.size() == 1) {
      takeOne(files.getFirst());
    } else if (files.size() == 1 && k < model.recipe().sources().size()) {
      model.pictures().open(k, files.getFirst());
    } else if (!files.isEmpty()) {
      int first = Math.max(0, k);
      if (first + files.size() > MethodType.MOST_SOURCES) {
        toast.inform(messages.get("sources.most", Integer.toString(MethodType.MOST_SOURCES)));
      }
      if (first < MethodType.MOST_SOURCES) {
        model.pictures().openFrom(first, files);
      }
    }
  }

  private void takeOne(Path file) {
    tasks.run(
        () -> recipeIn(file),
        text -> text.ifPresentOrElse(this::restore, () -> model.pictures().open(0, file)),
        failure -> model.pictures().open(0, file));
  }

  private void take(Image image, int k) {
    Pixels pixels = ScreenPixels.rgb(image);
    tasks.run(() -> dialogs.keep(pixels), file -> take(List.of(file), k), model::report);
  }

  private void restore(Path file) {
    tasks.run(
        () -> recipeIn(file),
        text ->
            text.ifPresentOrElse(
                this::restore,
                () -> model.report(new IOException(messages.get("recipe.none", file.toString())))),
        model::report);
  }

  /// The recipe's text in a file: embedded in a picture or figure, up to the size that
  /// [EmbeddedRecipe] looks into, or the file itself.
  private static Optional<String> recipeIn(Path file) throws IOException {
    Optional<String> embedded = EmbeddedRecipe.of(file);
    if (embedded.isPresent() || Files.size(file) > 1 << 20) {
      return embedded;
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return RecipeText.looksLikeOne(text) ? Optional.of(text) : Optional.empty();
  }

  private void restore(String text) {
    try {
      var recipe = RecipeText.parse(text);
      model.edit(r -> recipe);
      toast.inform(messages.get("recipe.restored"));
    } catch (RecipeException e) {
      model.report(e);
    }
  }

  // Out

  public void copyRecipe() {
    copyRecipe(model.recipe());
  }

  /// Another recipe than that of the moment, as one line.
  public void copyRecipe(Recipe recipe) {
    ClipboardContent content = new ClipboardContent();
    content.putString(RecipeText.line(recipe));
    copy(content, "copied.recipe");
  }

  public void copyPicture() {
    if (model.mix() == null) {
      toast.inform(messages.get("picture.waiting"));
      return;
    }
    String recipe = RecipeText.line(model.recipe());
    Supplier<Pixels> mixing = model.mixing();
    tasks.run(
        () -> Prepared.toScreen(mixing.get()),
        mixed -> copy(ScreenImage.of(mixed), recipe, "copied.picture"),
        model::report);
  }

  public void copyFigure() {
    String recipe = RecipeText.line(model.recipe());
    figures.draw(image -> copy(image, recipe, "copied.figure"));
  }

  /// Copies what a screen has drawn, and the recipe as text.
  ///
  /// @param said key of what is said then
  public void copyDrawn(Image image, String said) {
    copy(image, RecipeText.line(model.recipe()), said);
  }

  private void copy(Image image, String recipe, String said) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    content.putString(recipe);
    copy(content, said);
  }

  private void copy(ClipboardContent content, String said) {
    Clipboard.getSystemClipboard().setContent(content);
    toast.inform(messages.get(said));
  }

  /// The raw mixed pixels, each as a square of `scale` pixels.
  public void exportPicture(int scale) {
    if (model.mix() != null) {
      Supplier<Pixels> mixing = model.mixing();
      export(() -> Fitter.enlarge(mixing.get(), scale));
    }
  }

  /// Saves what a screen has drawn, with the recipe in it.
  public void exportDrawn(Image image) {
    export(() -> ScreenPixels.rgb(image));
  }

  public void saveRecipe() {
    saveRecipe(model.recipe());
  }

  /// Another recipe than that of the moment, as a file.
  public void saveRecipe(Recipe recipe) {
    byte[] json = RecipeText.json(recipe).getBytes(StandardCharsets.UTF_8);
    dialogs.saveRecipe().ifPresent(file -> save(file, () -> json));
  }

  /// What goes into a file; as slow as it likes.
  private interface Contents {
    byte[] bytes() throws PictureException;
  }

  private void export(Supplier<Pixels> pixels) {
    String recipe = RecipeText.json(model.recipe());
    dialogs
        .savePicture()
        .ifPresent(file -> save(file, () -> PictureWriter.encode(pixels.get(), file, recipe)));
  }

  /// A file that is cancelled before it is complete is not written.
  private void save(Path file, Contents contents) {
    AtomicBoolean cancelled = new AtomicBoolean();
    toast.busy(
        messages.get("saving", file.toString()),
        () -> {
          cancelled.set(true);
          toast.inform(messages.get("saving.cancelled", file.toString()));
        });
    tasks.run(
        () -> {
          byte[] bytes = contents.bytes();
          if (!cancelled.get()) {
            PictureWriter.writeBytes(bytes, file);
          }
          return file;
        },
        saved -> {
          if (!cancelled.get()) {
            toast.inform(messages.get("saved", saved.toString()));
          }
        },
        model::report);
  }
}

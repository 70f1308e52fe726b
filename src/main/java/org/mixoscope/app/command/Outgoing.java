package org.mixoscope.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// What goes out, to files and to the clipboard: the mix, its figure, recipes, what a screen has
/// drawn.
public final class Outgoing {
  private final MixModel model;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final FigureExport figures;

  Outgoing(
      MixModel model,
      Messages messages,
      FileDialogs dialogs,
      TaskRunner tasks,
      Toast toast,
      FigureExport figures) {
    this.model = model;
    this.messages = messages;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.toast = toast;
    this.figures = figures;
  }

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

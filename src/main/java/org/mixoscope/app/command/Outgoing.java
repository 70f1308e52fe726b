package org.mixoscope.app.command;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// What goes out, to files and to the clipboard: pixels of the mix, and recipes.
public final class Outgoing {
  private final MixModel model;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final Saving saving;

  Outgoing(
      MixModel model,
      Messages messages,
      FileDialogs dialogs,
      TaskRunner tasks,
      Toast toast,
      Saving saving) {
    this.model = model;
    this.messages = messages;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.toast = toast;
    this.saving = saving;
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
    Frame frame = model.frame();
    if (model.mix() != null && frame != null) {
      try {
        Fitter.requireRoom(frame, scale);
      } catch (IllegalArgumentException e) {
        model.report(e);
        return;
      }
      Supplier<Pixels> mixing = model.mixing();
      export(() -> Fitter.enlarge(mixing.get(), scale));
    }
  }

  public void saveRecipe() {
    saveRecipe(model.recipe());
  }

  /// Another recipe than that of the moment, as a file.
  public void saveRecipe(Recipe recipe) {
    byte[] json = RecipeText.json(recipe).getBytes(StandardCharsets.UTF_8);
    dialogs.saveRecipe().ifPresent(file -> saving.save(file, control -> json));
  }

  private void export(Supplier<Pixels> pixels) {
    String recipe = RecipeText.json(model.recipe());
    dialogs
        .savePicture()
        .ifPresent(
            file -> saving.save(file, control -> PictureWriter.encode(pixels.get(), file, recipe)));
  }
}

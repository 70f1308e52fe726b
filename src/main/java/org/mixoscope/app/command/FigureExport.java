package org.mixoscope.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.SampleMask;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.dataset.Departure;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Sweep;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// Figures of what the screen in front shows, the mix or the sheet: the same bytes that `mixoscope
/// figure` writes. Drawn on a worker; saving can be cancelled.
public final class FigureExport implements Part {
  private final MixModel model;
  private final PictureCache cache;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final Saving saving;
  private final ObjectProperty<FigureSettings> settings =
      new SimpleObjectProperty<>(FigureSettings.USUAL);
  private final ObjectProperty<@Nullable Axes> axes = new SimpleObjectProperty<>();

  FigureExport(
      MixModel model,
      PictureCache cache,
      Messages messages,
      FileDialogs dialogs,
      TaskRunner tasks,
      Toast toast,
      Saving saving) {
    this.model = model;
    this.cache = cache;
    this.messages = messages;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.toast = toast;
    this.saving = saving;
  }

  /// What the user wants of figures.
  public ObjectProperty<FigureSettings> settingsProperty() {
    return settings;
  }

  @Override
  public String name() {
    return "figure";
  }

  @Override
  public JsonNode remembered() {
    return FigureSettingsJson.tree(settings.get());
  }

  @Override
  public void recall(JsonNode left) {
    settings.set(FigureSettingsJson.read(left));
  }

  @Override
  public Observable changes() {
    return settings;
  }

  /// What the sheet varies while a screen with one is in front, else null.
  public ObjectProperty<@Nullable Axes> axesProperty() {
    return axes;
  }

  /// A figure and the pictures that it is of, which later edits leave alone.
  ///
  /// @param inputs at the frame; the mask may be missing
  public record Shot(FigureRequest request, Inputs inputs) {}

  /// The figure of the moment; null while there is no mix.
  ///
  /// @throws IllegalArgumentException if no cell of the sheet can be mixed
  public @Nullable Shot shot() {
    Prepared prepared = model.pictures().prepared();
    if (prepared == null || model.mix() == null) {
      return null;
    }
    Inputs inputs = prepared.full();
    Axes varied = axes.get();
    Recipe recipe =
        varied == null ? model.recipe() : SampleMask.lendTo(model.recipe(), inputs.frame(), varied);
    return new Shot(
        settings.get().request(recipe, varied, messages.languageProperty().get()), inputs);
  }

  /// The contents of a shot's file. Slow.
  public byte[] bytes(Shot shot, Sweep.Progress progress) throws PictureException {
    return shot.request().bytes(inputs(shot), progress);
  }

  /// The figure of a shot. Slow.
  public Figure figure(Shot shot) throws PictureException {
    return shot.request().figure(inputs(shot));
  }

  private Inputs inputs(Shot shot) throws PictureException {
    Inputs inputs = shot.inputs();
    Recipe recipe = shot.request().recipe();
    String mask = recipe.mask();
    return mask == null || inputs.mask() != null
        ? inputs
        : new Inputs(
                inputs.frame(),
                inputs.sources(),
                Fitter.fitMask(cache.mask(mask), inputs.frame(), recipe.fit()))
            .with(inputs.targets());
  }

  /// Copies the figure as a picture, and the recipe as text.
  public void copy() {
    Shot shot = announced();
    if (shot == null) {
      return;
    }
    FigureRequest request = shot.request();
    int scale = request.format().hasScale() ? request.scale() : FigureFormat.PNG.usualScale();
    tasks.run(
        () -> {
          byte[] png = figure(shot).bytes(FigureFormat.PNG, scale);
          Recipe recipe = Departure.of(request.recipe(), null, cache::fingerprint);
          ClipboardContent content = new ClipboardContent();
          content.putImage(new Image(new ByteArrayInputStream(png)));
          content.putString(new RecipeText.Content(recipe, request.axes()).line());
          return content;
        },
        content -> {
          Clipboard.getSystemClipboard().setContent(content);
          toast.inform(messages.get(request.axes() == null ? "copied.figure" : "copied.sheet"));
        },
        model::report);
  }

  /// Asks for a file and writes the figure. A name with the extension of another format is heeded.
  public void save() {
    Shot shot = announced();
    if (shot == null) {
      return;
    }
    dialogs
        .saveFigure(shot.request().format())
        .ifPresent(
            file -> {
              FigureFormat format = FigureFormat.of(file).orElse(shot.request().format());
              if (format == FigureFormat.GIF && axes.get() != null) {
                model.report(new RefusedException(InputReason.MOVING_SHEET.of(file)));
              } else {
                write(file, as(format, shot));
              }
            });
  }

  /// The shot in the format that was chosen with the name.
  private Shot as(FigureFormat format, Shot shot) {
    FigureRequest request = shot.request();
    return new Shot(
        settings
            .get()
            .with(format)
            .request(request.recipe(), request.axes(), messages.languageProperty().get()),
        shot.inputs());
  }

  private @Nullable Shot announced() {
    try {
      Shot shot = shot();
      if (shot == null) {
        toast.inform(messages.get("picture.waiting"));
      }
      return shot;
    } catch (IllegalArgumentException e) {
      model.report(e);
      return null;
    }
  }

  private void write(Path file, Shot shot) {
    Saving.Contents contents =
        control ->
            bytes(
                leaving(shot, file),
                (done, of) -> {
                  control.progress((double) done / of);
                  return !control.isCancelled();
                });
    if (shot.request().sweep() == null) {
      saving.save(file, contents);
    } else {
      saving.follow(messages.get("figure.moving"), file, contents);
    }
  }

  /// The shot for a file, whose recipe says nothing of this machine. The mask is read before: it is
  /// where the recipe said.
  private Shot leaving(Shot shot, Path file) throws PictureException {
    Path folder = file.toAbsolutePath().getParent();
    Recipe recipe = Departure.of(shot.request().recipe(), folder, cache::fingerprint);
    return new Shot(shot.request().with(recipe), inputs(shot));
  }
}

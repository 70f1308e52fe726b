package org.mixoscope.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Sweep;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Pixels;
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
  /// @param marked at the frame; the mask may be missing
  /// @param lent whether the recipe is lent what is known of samples, which is to be read then
  public record Shot(FigureRequest request, Marked marked, boolean lent) {
    /// Another request of the same pictures.
    public Shot with(FigureRequest other) {
      return new Shot(other, marked, lent);
    }
  }

  /// The figure of the moment; null while there is no mix.
  ///
  /// @throws IllegalArgumentException if no cell of the sheet can be mixed
  public @Nullable Shot shot() {
    Prepared prepared = model.pictures().prepared();
    if (prepared == null || !model.isMixable()) {
      return null;
    }
    Axes varied = axes.get();
    Recipe own = model.shownRecipe();
    Recipe recipe = varied == null ? own : SampleMask.lendTo(own, prepared.frame(), varied);
    FigureRequest request = wanted().request(recipe, varied, messages.languageProperty().get());
    return new Shot(request, prepared.whole(), !recipe.sources().equals(own.sources()));
  }

  /// Objects are drawn while Explore draws them.
  private FigureSettings wanted() {
    boolean drawn = model.sight().marksShownProperty().get();
    return drawn ? settings.get() : settings.get().with(Panel.OBJECTS, false);
  }

  /// The contents of a shot's file. Slow.
  public byte[] bytes(Shot shot, Sweep.Progress progress) throws PictureException {
    return shot.request().bytes(inputs(shot), progress);
  }

  /// The figure of a shot. Slow.
  public Figure figure(Shot shot) throws PictureException {
    return shot.request().figure(inputs(shot));
  }

  private Marked inputs(Shot shot) throws PictureException {
    Recipe recipe = shot.request().recipe();
    if (shot.lent()) {
      return Prepared.of(recipe, cache).whole();
    }
    Inputs inputs = shot.marked().inputs();
    String mask = recipe.mask();
    if (mask == null || inputs.mask() != null) {
      return shot.marked();
    }
    Pixels fitted = Fitter.fitMask(cache.mask(mask), inputs.frame(), recipe.fit());
    Inputs masked = new Inputs(inputs.frame(), inputs.sources(), fitted).with(inputs.targets());
    return new Marked(masked, shot.marked().marks(), shot.marked().measure());
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

  /// What writes the figure of the moment to a file that is gone when the program ends: for other
  /// programs, which want files. Slow. Empty while there is none, and of one that moves, which
  /// takes longer than a hand waits.
  public Optional<Callable<Path>> lent() {
    Shot shot = announced();
    if (shot == null || shot.request().sweep() != null) {
      return Optional.empty();
    }
    String name = "figure" + shot.request().format().extension();
    return Optional.of(
        () -> Outgoing.lent(name, file -> bytes(leaving(shot, file), (done, of) -> true)));
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
    return shot.with(
        wanted()
            .with(format)
            .request(request.recipe(), request.axes(), messages.languageProperty().get()));
  }

  /// Copies another figure than that of the mix, drawn on a worker, and what it carries as text.
  public void copy(Function<FigureStyle, Figure> drawing, String text) {
    FigureSettings asked = settings.get();
    FigureStyle style = style(asked);
    int scale = asked.format().hasScale() ? asked.scale() : FigureFormat.PNG.usualScale();
    tasks.run(
        () -> {
          byte[] png = drawing.apply(style).bytes(FigureFormat.PNG, scale);
          ClipboardContent content = new ClipboardContent();
          content.putImage(new Image(new ByteArrayInputStream(png)));
          content.putString(text);
          return content;
        },
        content -> {
          Clipboard.getSystemClipboard().setContent(content);
          toast.inform(messages.get("copied.figure"));
        },
        model::report);
  }

  /// Asks for a file and writes another figure than that of the mix, drawn on a worker. A name with
  /// the extension of another format is heeded.
  public void save(Function<FigureStyle, Figure> drawing) {
    FigureFormat first = settings.get().format();
    FigureFormat still = first == FigureFormat.GIF ? FigureFormat.PNG : first;
    dialogs
        .saveFigure(still)
        .ifPresent(
            file -> {
              FigureFormat format = FigureFormat.of(file).orElse(still);
              FigureSettings asked = settings.get().with(format);
              FigureStyle style = style(asked);
              if (format == FigureFormat.GIF) {
                model.report(new RefusedException(InputReason.MOVING_CURVES.of(file)));
              } else {
                saving.save(file, control -> drawing.apply(style).bytes(format, asked.scale()));
              }
            });
  }

  private FigureStyle style(FigureSettings asked) {
    return asked.style(Panel.usual(), messages.languageProperty().get());
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
    return new Shot(shot.request().with(recipe), inputs(shot), false);
  }
}

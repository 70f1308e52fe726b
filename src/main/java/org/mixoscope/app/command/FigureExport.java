package org.mixoscope.app.command;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Recipe;

/// Figures of the mix of the moment: the same bytes that `mixoscope figure` writes. Drawn on a
/// worker; one that moves shows how far it is and can be cancelled.
public final class FigureExport {
  private static final int STILL_SCALE = 2;
  private static final int MOVING_SCALE = 1;

  private final MixModel model;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final ObjectProperty<Template> template = new SimpleObjectProperty<>(Template.SLIDE);

  FigureExport(
      MixModel model, Messages messages, FileDialogs dialogs, TaskRunner tasks, Toast toast) {
    this.model = model;
    this.messages = messages;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.toast = toast;
  }

  /// What figures are for.
  public ObjectProperty<Template> templateProperty() {
    return template;
  }

  /// Hands over the figure as a picture; nothing while there is no mix.
  void draw(Consumer<Image> done) {
    Shot shot = shot();
    if (shot != null) {
      tasks.run(
          () -> new Image(new ByteArrayInputStream(shot.still(FigureFormat.PNG))),
          done,
          model::report);
    }
  }

  /// Asks for a file and writes the figure.
  ///
  /// @param format what a name without extension gets; another extension is heeded
  public void save(FigureFormat format) {
    Shot shot = shot();
    if (shot == null) {
      return;
    }
    Optional<Path> file = dialogs.saveFigure(format);
    file.ifPresent(
        path -> {
          FigureFormat chosen = FigureFormat.of(path).orElse(format);
          if (chosen == FigureFormat.GIF) {
            saveMoving(shot, path);
          } else {
            write(path, () -> shot.still(chosen));
          }
        });
  }

  private void saveMoving(Shot shot, Path file) {
    AtomicBoolean wanted = new AtomicBoolean(true);
    toast.follow(messages.get("figure.moving"), () -> wanted.set(false));
    Sweep.Progress progress =
        (done, of) -> {
          Platform.runLater(() -> toast.progress((double) done / of));
          return wanted.get();
        };
    write(file, () -> shot.moving(progress));
  }

  private void write(Path file, Supplier<byte[]> contents) {
    tasks.run(
        () -> {
          PictureWriter.writeBytes(contents.get(), file);
          return file;
        },
        saved -> toast.inform(messages.get("saved", saved.toString())),
        failure -> {
          if (failure instanceof CancellationException) {
            toast.inform(messages.get("figure.cancelled"));
          } else {
            toast.end();
            model.report(failure);
          }
        });
  }

  /// The mix of the moment, which later edits leave alone; null while there is none.
  private @Nullable Shot shot() {
    Prepared prepared = model.pictures().prepared();
    if (prepared == null || model.mix() == null) {
      toast.inform(messages.get("picture.waiting"));
      return null;
    }
    FigureStyle style =
        FigureStyle.of(template.get()).in(messages.languageProperty().get().locale());
    return new Shot(model.recipe(), prepared.full(), style);
  }

  private record Shot(Recipe recipe, Inputs inputs, FigureStyle style) {
    byte[] still(FigureFormat format) {
      return Figure.of(recipe, inputs, style).bytes(format, STILL_SCALE);
    }

    byte[] moving(Sweep.Progress progress) {
      return Sweep.usual(recipe).gif(recipe, inputs, style, MOVING_SCALE, progress);
    }
  }
}

package org.mixoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.dataset.Sample;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;

/// What the tests of the screens set up.
public final class Screens {
  private Screens() {}

  /// The methods that the sample pictures will do for, of which nobody says what is where.
  public static List<MethodType> types() {
    return MethodType.all().stream().filter(type -> !type.uses(Trait.MARKS)).toList();
  }

  public static Recipe recipe(Method method) {
    return Recipe.of(method, 42, Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
  }

  public static MixModel model() {
    return model(recipe(new CutMix(1)));
  }

  public static MixModel model(Recipe recipe) {
    return new MixModel(recipe, new PictureCache(), TaskRunner.inline());
  }

  /// A desk in English and light, whose work is done at once.
  public static Desk desk(MixModel model, Answers dialogs) {
    return desk(model, dialogs, Language.ENGLISH, Theme.LIGHT, TaskRunner.inline());
  }

  public static Desk desk(
      MixModel model, Answers dialogs, Language language, Theme theme, TaskRunner tasks) {
    return Desk.of(
        model, new PictureCache(), new Messages(language), new Look(theme), dialogs, tasks);
  }

  /// Shows a window where the headless platform has room for it.
  static MainWindow show(Stage stage, Desk desk) {
    MainWindow window = MainWindow.of(desk);
    show(stage, desk, new Scene(window, 990, 900));
    window.requestFocus();
    return window;
  }

  static void show(Stage stage, Desk desk, Scene scene) {
    // Popups of controls look there for colours that they would complain to miss.
    desk.look().themeProperty().get().applyToApplication();
    desk.look().dress(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /// A task runner whose work waits until it is told to finish, in any order.
  public static final class Held implements TaskRunner {
    public final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      waiting.add(() -> TaskRunner.inline().run(work, done, failed));
    }

    @Override
    public void show(Runnable change) {
      waiting.add(change);
    }
  }

  /// File dialogs that are answered beforehand.
  public static final class Answers implements FileDialogs {
    public Optional<Path> answer = Optional.empty();
    List<Path> answers = List.of();

    /// The ending that was offered for a picture or a clip last.
    String offered = "";

    public Optional<Path> revealed = Optional.empty();

    /// Where pasted pictures and networks are kept.
    public Optional<Path> kept = Optional.empty();

    @Override
    public Optional<Path> openPicture() {
      return answer;
    }

    @Override
    public Optional<Path> openMarks() {
      return answer;
    }

    @Override
    public List<Path> openPictures() {
      return answers;
    }

    @Override
    public Optional<Path> openFolder() {
      return answer;
    }

    @Override
    public Optional<Path> openDataSet() {
      return answer;
    }

    @Override
    public void reveal(Path folder) {
      revealed = Optional.of(folder);
    }

    @Override
    public Optional<Path> openRecipe() {
      return answer;
    }

    @Override
    public Optional<Path> openText() {
      return answer;
    }

    @Override
    public Optional<Path> openClassifier() {
      return answer;
    }

    @Override
    public Optional<Path> openClassNames() {
      return answer;
    }

    @Override
    public Optional<Path> savePicture(String first) {
      offered = first;
      return answer;
    }

    @Override
    public Optional<Path> saveClip(List<ClipFormat> formats) {
      offered = formats.getFirst().ending();
      return answer;
    }

    @Override
    public Optional<Path> saveFigure(FigureFormat first) {
      return answer;
    }

    @Override
    public Optional<Path> saveRecipe() {
      return answer;
    }

    @Override
    public Optional<Path> saveTable(String name) {
      return answer;
    }

    @Override
    public Optional<Path> saveFile(String name, String extension) {
      return answer;
    }

    @Override
    public Path keep(Pixels rgb) throws IOException {
      return keep(PictureWriter.png(rgb, null), "kept.png");
    }

    @Override
    public Path keep(byte[] bytes, String name) throws IOException {
      return Files.write(kept.orElseThrow().resolve(name), bytes);
    }
  }
}

package org.mixoscope.app.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.state.Recent;
import org.mixoscope.app.state.VariedAxes;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.Search;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.labelled.DataSetPool;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.LessonText;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.ExperimentText;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;

/// What comes in: from files, from the clipboard, by being dropped.
public final class Incoming {
  /// Marks what is dragged from one of our windows.
  public static final DataFormat OURS = new DataFormat("application/x-mixoscope");

  private final MixModel model;
  private final PoolModel pool;
  private final Predictions predictions;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final VariedAxes axes;
  private final Actions actions;
  private final Arrivals arrivals;
  private final ClipReader clips = new ClipReader(new SourceReader(new PictureReader()));
  private int pasteTarget = -1;
  private BiConsumer<String, @Nullable Path> experiments = (text, file) -> {};
  private BiConsumer<Lesson, @Nullable Path> lessons = (lesson, file) -> {};

  /// Recipes and figures have less, experiments with long curves may have this.
  private static final int LONGEST = 16 << 20;

  Incoming(
      MixModel model,
      PoolModel pool,
      Predictions predictions,
      Recent recent,
      Messages messages,
      FileDialogs dialogs,
      TaskRunner tasks,
      Toast toast,
      VariedAxes axes,
      Actions actions) {
    this.model = model;
    this.pool = pool;
    this.predictions = predictions;
    this.messages = messages;
    this.dialogs = dialogs;
    this.tasks = tasks;
    this.toast = toast;
    this.axes = axes;
    this.actions = actions;
    arrivals = new Arrivals(model, pool, recent, messages, tasks, toast);
  }

  /// Where experiments go: their text, and the file that it was found in, if it was.
  public void takeExperiments(BiConsumer<String, @Nullable Path> take) {
    experiments = take;
  }

  /// Where lessons go, and the file that one was found in, if it was.
  public void takeLessons(BiConsumer<Lesson, @Nullable Path> take) {
    lessons = take;
  }

  public void chooseSource(int k) {
    dialogs.openPicture().ifPresent(file -> arrivals.open(k, file));
  }

  /// What says what is where in the picture of source k.
  public void chooseMarks(int k) {
    dialogs.openMarks().ifPresent(file -> model.pictures().mark(k, file));
  }

  /// More sources from files.
  public void chooseMore() {
    take(dialogs.openPictures(), model.recipe().sources().size());
  }

  public void chooseFolder() {
    dialogs.openFolder().ifPresent(this::take);
  }

  public void chooseMask() {
    dialogs.openPicture().ifPresent(model.pictures()::openMask);
  }

  public void chooseRecipe() {
    dialogs.openRecipe().ifPresent(this::restore);
  }

  /// A network that says what the mix is of.
  public void chooseClassifier() {
    dialogs.openClassifier().ifPresent(this::openClassifier);
  }

  private void openClassifier(Path file) {
    actions.run(Command.EXPLORE);
    predictions.open(file);
  }

  /// Lets files be dropped on a node, and pasted while the pointer is there.
  ///
  /// @param k the source that they become; negative for the whole window
  public void acceptDrops(Node node, int k) {
    node.setOnDragOver(
        e -> {
          Dragboard board = e.getDragboard();
          // What comes from this window has its own places to go.
          boolean isOurs =
              e.getGestureSource() instanceof Node from
                  && Objects.equals(from.getScene(), node.getScene())
                  && board.hasContent(OURS);
          if (!isOurs && (board.hasFiles() || board.hasImage() || board.hasString())) {
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

  /// Takes what was dropped on pane k, or on the large picture if k is negative.
  private void drop(Dragboard board, int k) {
    if (board.hasFiles()) {
      take(board.getFiles().stream().map(File::toPath).toList(), k);
    } else if (board.hasImage()) {
      take(board.getImage(), Math.max(0, k));
    } else {
      restore(board.getString(), null);
    }
  }

  /// Takes what the clipboard holds; a picture goes to the pane under the pointer, or to A.
  public void paste() {
    paste(pasteTarget);
  }

  /// Likewise, for pane k; for the large picture if that is negative.
  public void paste(int k) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    String text = clipboard.hasString() ? clipboard.getString() : "";
    if (RecipeText.looksLikeOne(text)) {
      restore(text, null);
    } else if (clipboard.hasFiles()) {
      take(clipboard.getFiles().stream().map(File::toPath).toList(), k);
    } else if (clipboard.hasImage()) {
      take(clipboard.getImage(), Math.max(0, k));
    } else {
      toast.inform(messages.get("paste.nothing"));
    }
  }

  /// Takes a file or folder that was chosen, or dropped on a screen which has no use for it.
  public void take(Path file) {
    take(List.of(file), -1);
  }

  /// A folder, a network or a lesson is opened, wherever it is dropped. A folder that is a clip is
  /// a source.
  private void take(List<Path> files, int k) {
    if (files.size() == 1 && isNetwork(files.getFirst())) {
      openClassifier(files.getFirst());
      return;
    }
    tasks.run(() -> way(files, k), Runnable::run, model::report);
  }

  /// What is done with files, as the disk says. A data set file that is dropped on a picture may
  /// say something of that one.
  private Runnable way(List<Path> files, int k) throws IOException {
    if (files.size() != 1) {
      return () -> takeFiles(files, k);
    }
    Path file = files.getFirst();
    if (Files.isDirectory(file)) {
      return clips.isClip(file) ? () -> takeClip(file, Math.max(0, k)) : () -> pool.open(file);
    }
    if (k < 0 && DataSetPool.mayBe(file)) {
      return () -> pool.open(file);
    }
    return isLesson(file) ? () -> restore(file) : () -> takeFiles(files, k);
  }

  private static boolean isLesson(Path file) throws IOException {
    return RecipeText.isNamedLikeOne(file) && recipeIn(file).filter(LessonText::isOne).isPresent();
  }

  private void takeClip(Path folder, int k) {
    arrivals.open(k, folder);
    toast.inform(messages.get("folder.clip", String.valueOf(folder.getFileName())));
  }

  private static boolean isNetwork(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  /// Files on a pane are sources, from that pane on. On the large picture a file with a recipe in
  /// it restores the state; others become A and B and so on.
  private void takeFiles(List<Path> files, int k) {
    if (k < 0 && files.size() == 1) {
      takeOne(files.getFirst());
    } else if (files.size() == 1 && k < model.recipe().sources().size()) {
      takeOnPane(files.getFirst(), k);
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

  /// A file may also say what is where in the picture that is there.
  private void takeOnPane(Path file, int k) {
    String picture = model.recipe().sources().get(k).location();
    tasks.run(
        () -> MarkedBy.isFor(file, picture),
        marks -> {
          if (marks) {
            model.pictures().mark(k, file);
          } else {
            arrivals.open(k, file);
          }
        },
        failure -> arrivals.open(k, file));
  }

  private void takeOne(Path file) {
    tasks.run(
        () -> recipeIn(file),
        text -> text.ifPresentOrElse(found -> restore(found, file), () -> arrivals.open(0, file)),
        failure -> model.pictures().open(0, file));
  }

  private void take(Image image, int k) {
    Pixels pixels = ScreenPixels.rgb(image);
    tasks.run(() -> dialogs.keep(pixels), file -> take(List.of(file), k), model::report);
  }

  /// Opens the recipe or experiment in a file.
  public void restore(Path file) {
    tasks.run(
        () -> recipeIn(file),
        text ->
            text.ifPresentOrElse(
                found -> restore(found, file),
                () -> model.report(new RefusedException(InputReason.NO_RECIPE.of(file)))),
        model::report);
  }

  /// The recipe's text in a file: embedded in a picture or figure, up to the size that
  /// [EmbeddedRecipe] looks into, or the file itself.
  private static Optional<String> recipeIn(Path file) throws IOException {
    if (ClipReader.isVideo(file)) {
      return Optional.ofNullable(ClipReader.recipe(file));
    }
    Optional<String> embedded = EmbeddedRecipe.of(file);
    if (embedded.isPresent() || Files.size(file) > LONGEST) {
      return embedded;
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return RecipeText.looksLikeOne(text) ? Optional.of(text) : Optional.empty();
  }

  /// @param file that the text was found in; null if it was in none
  private void restore(String text, @Nullable Path file) {
    if (ExperimentText.isOne(text)) {
      experiments.accept(text, file);
      return;
    }
    if (LessonText.isOne(text)) {
      give(text, file);
      return;
    }
    try {
      RecipeText.Content content = RecipeText.read(text);
      Path folder = file == null ? null : file.toAbsolutePath().getParent();
      arrivals.take(content.recipe(), folder, () -> show(content.axes()));
    } catch (RecipeException e) {
      model.report(e);
    }
  }

  /// Pictures of a lesson are looked for beside its file.
  private void give(String text, @Nullable Path file) {
    Path folder = file == null ? null : file.toAbsolutePath().getParent();
    tasks.run(
        () -> {
          Lesson lesson = LessonText.read(text);
          return folder == null
              ? lesson
              : lesson.moved(recipe -> Search.beside(folder).find(recipe).recipe());
        },
        lesson -> lessons.accept(lesson, file),
        failure -> {
          Object named = file == null ? InputReason.TEXT.of() : file;
          Objection why =
              failure instanceof IllegalArgumentException refused ? Objection.of(refused) : null;
          model.report(
              why == null ? failure : new RefusedException(InputReason.NO_LESSON.of(named, why)));
        });
  }

  private void show(@Nullable Axes sheet) {
    if (sheet != null) {
      axes.move(sheet);
      actions.run(Command.COMPARE);
    }
  }
}

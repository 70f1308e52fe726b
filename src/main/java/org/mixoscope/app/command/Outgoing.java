package org.mixoscope.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Loaded;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.clip.ClipDepth;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipMix;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.clip.ClipWriter;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// What goes out, to files and to the clipboard: pixels of the mix, and recipes.
public final class Outgoing {
  private final MixModel model;
  private final PictureCache cache;
  private final Messages messages;
  private final FileDialogs dialogs;
  private final TaskRunner tasks;
  private final Toast toast;
  private final Saving saving;

  Outgoing(
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

  public void copyRecipe() {
    copyRecipe(model.recipe());
  }

  /// Another recipe than that of the moment, as one line.
  public void copyRecipe(Recipe recipe) {
    tasks.run(
        () -> RecipeText.line(leaving(recipe, null)),
        line -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(line);
          copy(content, "copied.recipe");
        },
        model::report);
  }

  public void copyPicture() {
    if (!model.isMixable()) {
      toast.inform(messages.get("picture.waiting"));
      return;
    }
    Recipe recipe = model.recipe();
    Supplier<Pixels> showing = model.showing();
    tasks.run(
        () -> new Copy(showing.get(), RecipeText.line(leaving(recipe, null))),
        copy -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(ScreenImage.of(copy.mixed));
          content.putString(copy.line);
          copy(content, "copied.picture");
        },
        model::report);
  }

  /// @param mixed BGRA
  private record Copy(Pixels mixed, String line) {}

  /// The picture of source k as it is in its file, up to 8 bits. Nothing while it is not read.
  public void copySource(int k) {
    Loaded loaded = model.pictures().slotProperty(k).get().loaded();
    if (loaded == null) {
      toast.inform(messages.get("picture.waiting"));
      return;
    }
    Picture picture = loaded.picture();
    tasks.run(
        () -> Prepared.toScreen(picture.as(PixelKind.RGB8)),
        shown -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(ScreenImage.of(shown));
          copy(content, "copied.source");
        },
        model::report);
  }

  /// A label as text.
  public void copyLabel(String label) {
    ClipboardContent content = new ClipboardContent();
    content.putString(label);
    copy(content, "copied.label");
  }

  /// What writes the mix of the moment, its recipe in it, to a file that is gone when the program
  /// ends: for other programs, which want files. Slow. Empty while there is no mix.
  public Optional<Callable<Path>> lent() {
    if (!model.isMixable()) {
      return Optional.empty();
    }
    Recipe recipe = model.recipe();
    Measure measure = measure();
    Supplier<Pixels> mixing = model.mixing();
    return Optional.of(
        () ->
            lent(
                "mix" + ending(measure),
                file ->
                    contents(
                        measure,
                        recipe,
                        mixing.get(),
                        file,
                        RecipeText.json(leaving(recipe, null)))));
  }

  private @Nullable Measure measure() {
    Prepared ready = model.pictures().prepared();
    return ready == null ? null : ready.measure();
  }

  /// At full depth, where the file can hold it; else as it is shown.
  private static byte[] contents(
      @Nullable Measure measure, Recipe recipe, Pixels mixed, Path file, String json)
      throws PictureException {
    if (PictureNames.OF_ALL_NUMBERS.contains(PictureNames.ending(file.toString()))) {
      NumberType type = measure == null ? NumberType.of(mixed.type()) : measure.type();
      return PictureWriter.tiff(mixed, type, json);
    }
    Pixels held = isReduced(measure, file) ? Measure.shown(measure, recipe, mixed) : mixed;
    return PictureWriter.encode(held, file, json);
  }

  /// What holds all numbers of the mix.
  private static String ending(@Nullable Measure measure) {
    return measure == null || measure.type().isLight() ? ".png" : ".tiff";
  }

  /// Whether a file has eight bits of numbers that have more.
  private static boolean isReduced(@Nullable Measure measure, Path file) {
    String ending = PictureNames.ending(file.toString());
    return measure != null
        && !PictureNames.OF_ALL_NUMBERS.contains(ending)
        && !(measure.type().isLight() && ending.equals(".png"));
  }

  /// What a file that is lent to other programs has in it.
  interface Lent {
    byte[] of(Path file) throws Exception;
  }

  /// A file that is gone when the program ends.
  static Path lent(String name, Lent contents) throws Exception {
    Path folder = Files.createTempDirectory("mixoscope-");
    Path file = folder.resolve(name);
    // In the opposite order.
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    return Files.write(file, contents.of(file));
  }

  private void copy(ClipboardContent content, String said) {
    Clipboard.getSystemClipboard().setContent(content);
    toast.inform(messages.get(said));
  }

  /// The raw mixed pixels, each as a square of `scale` pixels.
  public void exportPicture(int scale) {
    Frame frame = model.frame();
    if (model.isMixable() && frame != null) {
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

  /// The mix of all frames of clips, to whatever its name says.
  public void saveClip() {
    Recipe clip = model.withCourse(model.recipe());
    dialogs
        .saveClip(formats())
        .ifPresent(
            file ->
                saving.write(
                    messages.get("saving.clip", file.toString()),
                    file,
                    control -> write(clip, file, control)));
  }

  /// What can hold the numbers of the clip.
  private List<ClipFormat> formats() {
    Measure measure = measure();
    NumberType type = measure == null ? NumberType.UINT8 : measure.type();
    Moment moment = model.pictures().moment();
    boolean volume = moment != null && moment.isVolume();
    List<ClipFormat> formats =
        new ArrayList<>(
            Stream.of(ClipFormat.values())
                .filter(format -> format.holds(type) && (volume || !format.isNifti()))
                .toList());
    if (!formats.contains(ClipFormat.GIF) && formats.remove(ClipFormat.NIFTI_GZ)) {
      formats.addFirst(ClipFormat.NIFTI_GZ);
    }
    return formats;
  }

  private List<Objection> write(Recipe recipe, Path file, LongJob.Control<Double> control)
      throws IOException {
    ClipFormat format = ClipFormat.of(file.toString()).orElse(ClipFormat.FRAMES);
    ClipReader reader = new ClipReader(cache.reader());
    int threads = Runtime.getRuntime().availableProcessors();
    try (ClipMix mix = ClipMix.open(recipe, reader, ClipDepth.OF_RECIPE, null, threads)) {
      Path folder = format == ClipFormat.FRAMES ? file : file.toAbsolutePath().resolveSibling("");
      String carried = RecipeText.json(leaving(mix.recipe(), folder));
      try (ClipWriter writer = ClipWriter.open(format, file, mix, carried)) {
        AtomicInteger written = new AtomicInteger();
        var _ =
            mix.mix(
                mixed -> {
                  control.goOn();
                  writer.add(mixed);
                  int frames = mix.timing().frames();
                  control.progress((double) written.incrementAndGet() / frames);
                });
        control.goOn();
        writer.finish();
        List<Objection> notes = new ArrayList<>(mix.notes());
        notes.addAll(writer.notes());
        return notes;
      }
    }
  }

  public void saveRecipe() {
    saveRecipe(model.recipe());
  }

  /// Another recipe than that of the moment, as a file.
  public void saveRecipe(Recipe recipe) {
    dialogs
        .saveRecipe()
        .ifPresent(
            file ->
                saving.save(file, control -> json(recipe, file).getBytes(StandardCharsets.UTF_8)));
  }

  /// A table on the clipboard, as text.
  public void copyTable(String csv) {
    ClipboardContent content = new ClipboardContent();
    content.putString(csv);
    copy(content, "copied.table");
  }

  /// A table as a file.
  ///
  /// @param name what the file is called if nobody says otherwise, without extension
  public void saveTable(String name, String csv) {
    dialogs
        .saveTable(name)
        .ifPresent(file -> saving.save(file, control -> csv.getBytes(StandardCharsets.UTF_8)));
  }

  /// What goes into a file; as slow as it likes.
  public interface Contents {
    /// @param file that they are for
    byte[] of(Path file) throws PictureException;
  }

  /// Any other file.
  ///
  /// @param name what it is called if nobody says otherwise, without extension
  /// @param extension such as `.json`
  /// @param contents for the file that was chosen; made on a worker
  /// @return that file; none if none was chosen
  public Optional<Path> saveFile(String name, String extension, Contents contents) {
    Optional<Path> chosen = dialogs.saveFile(name, extension);
    chosen.ifPresent(file -> saving.save(file, control -> contents.of(file)));
    return chosen;
  }

  /// Any text on the clipboard.
  ///
  /// @param said the key of what is said then
  public void copyText(String text, String said) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    copy(content, said);
  }

  private void export(Supplier<Pixels> pixels) {
    Recipe recipe = model.recipe();
    Measure measure = measure();
    dialogs
        .savePicture(ending(measure))
        .ifPresent(
            file ->
                saving.save(
                    file,
                    isReduced(measure, file) ? "saved.shown" : "saved",
                    control -> contents(measure, recipe, pixels.get(), file, json(recipe, file))));
  }

  private String json(Recipe recipe, Path file) {
    return RecipeText.json(leaving(recipe, file.toAbsolutePath().getParent()));
  }

  private Recipe leaving(Recipe recipe, @Nullable Path folder) {
    return Departure.of(recipe, folder, cache::fingerprint);
  }
}

package org.mixoscope.batch.clip;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.RunSettings;
import org.mixoscope.batch.SerialContents;
import org.mixoscope.batch.SerialJob;
import org.mixoscope.batch.Target;
import org.mixoscope.batch.output.LineFile;
import org.mixoscope.batch.output.PartFiles;
import org.mixoscope.batch.output.Stretch;
import org.mixoscope.batch.sample.SamplePlan;
import org.mixoscope.clip.ClipDepth;
import org.mixoscope.clip.ClipException;
import org.mixoscope.clip.ClipFolder;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipMix;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.clip.ClipWriter;
import org.mixoscope.dataset.Departure;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// A folder of clips in, mixed clips with soft labels out: `data/00000000.gif` and so on, and a
/// line for each in `data/metadata.jsonl`. Sample i of a seed has the draw and the course that a
/// recipe with that seed and index has; each clip is mixed with those before it in a shuffled
/// order, another one for every copy, as pictures are.
///
/// A sample of which a clip cannot be read is left out, with a line in `errors.jsonl`. Every sample
/// has one line in either of the two, so they say how far a run came.
public final class ClipJob implements SerialJob {
  private static final String DATA = "data";
  private static final int DIGITS = 8;

  private final Path source;
  private final ClipFolder clips;
  private final ClipJobSettings settings;
  private final ClipReader reader;
  private final int threads;
  private final ClipRunFile file;
  private volatile boolean cancelled;

  /// @param source where the clips are
  /// @param threads that work on a frame; they change no byte
  /// @param version of this program, for `run.json`
  /// @throws BatchException if there are too few clips
  public ClipJob(
      Path source,
      ClipFolder clips,
      ClipJobSettings settings,
      ClipReader reader,
      int threads,
      String version)
      throws BatchException {
    this.source = source;
    this.clips = clips;
    this.settings = settings;
    this.reader = reader;
    this.threads = threads;
    file = new ClipRunFile(source, clips, settings, reader.maxMegapixels(), version);
    int count = clips.clips().size();
    if (count < settings.sources()) {
      throw new BatchException(BatchReason.FEW_CLIPS.of(source, count, settings.sources()), null);
    }
    if ((long) count * passes() > Integer.MAX_VALUE) {
      throw new BatchException(BatchReason.MANY_CLIPS.of(settings.copies(), count), null);
    }
  }

  private int passes() {
    return settings.copies() + (settings.keepOriginals() ? 1 : 0);
  }

  @Override
  public int size() {
    return clips.clips().size() * passes();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public Stretch stretch(Path folder, Part part) {
    return part.of(folder, size(), 1);
  }

  @Override
  public Found look(Path folder) throws IOException {
    Found found = RunSettings.look(folder, source, file::document);
    boolean all =
        found == Found.PART
            && LineFile.count(folder.resolve(PartFiles.CLIPS))
                    + LineFile.count(folder.resolve(PartFiles.ERRORS))
                == size();
    return all ? Found.ALL : found;
  }

  @Override
  public void requireSame(SerialContents before) throws IOException {
    before.requireSame(source, file.document());
  }

  @Override
  public Progress run(Path folder, Part part, boolean resume, Consumer<Progress> told)
      throws IOException {
    long start = System.nanoTime();
    Target target = new Target(folder, part);
    Stretch stretch = stretch(folder, part);
    try {
      RunSettings.enter(target, source, file.document(), resume);
      target.writeClasses(clips.classes());
      Path data = Files.createDirectories(folder.resolve(DATA));
      Files.createDirectories(stretch.lists().resolve(DATA));
      try (LineFile made = new LineFile(stretch.lists().resolve(PartFiles.CLIPS));
          LineFile errors = new LineFile(stretch.lists().resolve(PartFiles.ERRORS))) {
        int before = made.lines() + errors.lines();
        int done = before;
        for (; done < stretch.size() && !cancelled; done++) {
          add(stretch.begin() + done, data, made, errors);
          told.accept(progress(stretch, done + 1, errors.lines(), before, start));
        }
        Progress end = progress(stretch, done, errors.lines(), before, start);
        if (!part.isWhole() && end.done() == end.total()) {
          file.complete(target, end);
        }
        return end;
      }
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw target.explained(e);
    }
  }

  private static Progress progress(Stretch stretch, int done, int skipped, int before, long start) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new Progress(stretch.size(), done, skipped, before, elapsed);
  }

  private void add(int index, Path data, LineFile made, LineFile errors) throws IOException {
    List<Source> mixed = mixed(index);
    try {
      made.append(line(sample(index, mixed, data)));
    } catch (ClipException | PictureException e) {
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("sample", index);
      mixed.forEach(each -> line.withArray("sources").add(file.relative(each)));
      errors.append(line(line.put("error", e.objection().text())));
    }
  }

  private static byte[] line(ObjectNode node) {
    return (node + "\n").getBytes(UTF_8);
  }

  /// The own clip, and those that it is mixed with; alone if it stays as it is.
  private List<Source> mixed(int index) {
    int count = clips.clips().size();
    int pass = index / count;
    int place = index % count;
    if (pass == settings.copies()) {
      return List.of(clips.clips().get(place));
    }
    int[] order = SamplePlan.order(count, settings.seed(), pass);
    boolean isMixed = Policy.isMixed(settings.probability(), settings.seed(), index);
    List<Source> mixed = new ArrayList<>();
    for (int back = 0; back < (isMixed ? settings.sources() : 1); back++) {
      mixed.add(clips.clips().get(order[Math.floorMod(place - back, count)]));
    }
    return mixed;
  }

  private Recipe recipe(int index, List<Source> mixed) {
    Recipe recipe;
    if (mixed.size() == 1) {
      // As it is: a mix with itself in which it has all the weight.
      recipe = Recipe.of(new Mixup(1), settings.seed(), Collections.nCopies(2, mixed.getFirst()));
      recipe = recipe.with(recipe.draw().withLambda(1)).along(CourseType.ALL);
    } else {
      recipe =
          Recipe.of(settings.method(), settings.seed(), mixed).drawn(index).along(settings.along());
    }
    return recipe.with(settings.frame(), settings.fit()).with(settings.blending());
  }

  /// Writes a sample.
  ///
  /// @return what is said of it
  private ObjectNode sample(int index, List<Source> mixed, Path data) throws IOException {
    Recipe recipe = recipe(index, mixed);
    ClipFormat format = settings.format();
    String name = String.format(Locale.ROOT, "%0" + DIGITS + "d", index) + format.ending();
    Path written = data.resolve(name);
    ClipDepth depth = format.depth(recipe);
    try (ClipMix mix = ClipMix.open(recipe, reader, depth, settings.frames(), threads)) {
      String carried = RecipeText.json(Departure.of(mix.recipe(), data));
      try (ClipWriter writer = written(() -> ClipWriter.replace(format, written, mix, carried))) {
        ClipMix.Result result =
            mix.mix(
                pixels ->
                    written(
                        () -> {
                          writer.add(pixels);
                          return writer;
                        }));
        written(
            () -> {
              writer.finish();
              return writer;
            });
        return described(index, name, mixed, mix, result);
      }
    }
  }

  /// Writes something.
  private interface Writing {
    ClipWriter write() throws IOException;
  }

  /// What cannot be written ends the job; only what cannot be read is left out.
  private static ClipWriter written(Writing writing) throws IOException {
    try {
      return writing.write();
    } catch (ClipException | PictureException e) {
      throw new BatchException(e.objection(), e);
    }
  }

  private ObjectNode described(
      int index, String name, List<Source> mixed, ClipMix mix, ClipMix.Result result) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("file_name", name);
    List<Double> weights = result.weights().label();
    List<double[]> labels = new ArrayList<>();
    for (Source each : mix.recipe().mixedSources()) {
      labels.add(
          SoftLabels.oneHot(
              clips.classes().indexOf(each.className()),
              clips.classes().size(),
              settings.smoothing()));
    }
    double[] label = SoftLabels.mix(labels, weights.subList(0, labels.size()));
    for (double share : label) {
      line.withArray("label").add(share);
    }
    line.put("index", index).put("seed", settings.seed());
    boolean alone = mixed.size() == 1;
    line.put("method", alone ? "none" : settings.method().type().id());
    line.put("along", alone ? null : settings.along().id());
    line.put("lambda", alone ? null : (Double) mix.recipe().draw().lambda());
    line.put("effective_lambda", result.weights().pixels().getFirst());
    line.put("frames", mix.timing().frames()).put("seconds", mix.timing().seconds());
    mixed.forEach(each -> line.withArray("sources").add(file.relative(each)));
    mix.notes().forEach(note -> line.withArray("notes").add(note.text()));
    return line;
  }
}

package org.mixoscope.batch.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.mixoscope.batch.BatchException;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.Part;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.SerialContents;
import org.mixoscope.batch.SerialJob;
import org.mixoscope.batch.Target;
import org.mixoscope.batch.output.Stretch;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.output.TextSample;
import org.mixoscope.batch.sample.SamplePlan;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TextTable;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextSource;

/// A table of texts in, mixed texts with soft labels out. Sample i of a seed has the draw that a
/// recipe with that seed and index has; each text is mixed with those before it in a shuffled
/// order, another one for every copy, as pictures are.
public final class TextJob implements SerialJob {
  private final TextTable table;
  private final TextJobSettings settings;
  private final TextRunFile file;
  private int copy = -1;
  private int[] order = new int[0];
  private volatile boolean cancelled;

  /// @param source where the table is
  /// @param as how its labels are read
  /// @param version of this program, for `run.json`
  /// @throws BatchException if it has too few texts
  public TextJob(Path source, ReadAs as, TextTable table, TextJobSettings settings, String version)
      throws BatchException {
    this.table = table;
    this.settings = settings;
    file = new TextRunFile(source, as, table, settings, version);
    if (table.size() < settings.sources()) {
      throw new BatchException(
          BatchReason.FEW_TEXTS.of(source, table.size(), settings.sources()), null);
    }
    if ((long) table.size() * passes() > Integer.MAX_VALUE) {
      throw new BatchException(BatchReason.MANY_TEXTS.of(settings.copies(), table.size()), null);
    }
  }

  private int passes() {
    return settings.copies() + (settings.keepOriginals() ? 1 : 0);
  }

  @Override
  public int size() {
    return table.size() * passes();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public Stretch stretch(Path folder, Part part) {
    return part.of(folder, size(), settings.format().samplesPerFile());
  }

  /// Writes all samples, once: see [#run(Path, Part, boolean, Consumer)].
  public Progress run(Path folder, boolean resume, Consumer<Progress> told) throws IOException {
    return run(folder, Part.WHOLE, resume, told);
  }

  @Override
  public Found look(Path folder) throws IOException {
    Found found = file.look(folder);
    boolean all =
        found == Found.PART
            && TextOutput.written(settings.format(), stretch(folder, Part.WHOLE)) == size();
    return all ? Found.ALL : found;
  }

  @Override
  public void requireSame(SerialContents before) throws IOException {
    before.requireSame(file.source(), file.document());
  }

  @Override
  public Progress run(Path folder, Part part, boolean resume, Consumer<Progress> told)
      throws IOException {
    long start = System.nanoTime();
    Target target = new Target(folder, part);
    Stretch stretch = stretch(folder, part);
    try {
      file.enter(target, resume);
      try (TextOutput output = TextOutput.open(settings.format(), stretch, settings.seed())) {
        int before = output.next();
        for (int index = before; index < stretch.end() && !cancelled; index++) {
          output.add(sample(index));
          told.accept(progress(stretch, index + 1, before, start));
        }
        if (!cancelled) {
          output.finish();
        }
        Progress end = progress(stretch, output.next(), before, start);
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

  private static Progress progress(Stretch stretch, int next, int before, long start) {
    return new Progress(
        stretch.size(),
        next - stretch.begin(),
        0,
        before - stretch.begin(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private TextSample sample(int index) throws IOException {
    int pass = index / table.size();
    int place = index % table.size();
    if (pass == settings.copies()) {
      return alone(index, place);
    }
    List<Integer> mixed = mixed(pass, place);
    if (!Policy.isMixed(settings.probability(), settings.seed(), index)) {
      return alone(index, mixed.getFirst());
    }
    List<TextSource> texts = new ArrayList<>();
    for (int text : mixed) {
      texts.add(new TextSource(table.text(text), ""));
    }
    TextRecipe recipe = TextRecipe.of(settings.method(), settings.seed(), texts).drawn(index);
    MixedText mix = recipe.mix();
    List<double[]> labels = mixed.stream().map(this::label).toList();
    return new TextSample(
        index,
        mix.text(),
        boxed(SoftLabels.mix(labels, mix.composition().shares())),
        settings.method().type().id(),
        recipe.draw().lambda(),
        mix.effectiveLambda(),
        mixed.stream().map(table::name).toList());
  }

  /// A text as it is.
  private TextSample alone(int index, int text) throws IOException {
    return new TextSample(
        index, table.text(text), boxed(label(text)), "none", null, 1, List.of(table.name(text)));
  }

  /// The own text, and those before it in the order of a copy.
  private List<Integer> mixed(int pass, int place) {
    if (pass != copy) {
      order = SamplePlan.order(table.size(), settings.seed(), pass);
      copy = pass;
    }
    List<Integer> mixed = new ArrayList<>();
    for (int back = 0; back < settings.sources(); back++) {
      mixed.add(order[Math.floorMod(place - back, order.length)]);
    }
    return mixed;
  }

  private double[] label(int text) {
    return table.label(text).smoothed(settings.smoothing()).toArray();
  }

  private static List<Double> boxed(double[] label) {
    return Arrays.stream(label).boxed().toList();
  }
}

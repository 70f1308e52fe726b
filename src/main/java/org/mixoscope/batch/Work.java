package org.mixoscope.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Journal.State;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.output.Output;
import org.mixoscope.batch.output.Stretch;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.batch.sample.SampleMaker;

/// The work of a job: samples are made on several threads and written in their order. It can be
/// stopped from any thread, at any time, also before it begins.
final class Work {
  private final BatchJob job;
  private final List<String> classes;
  private final JobSettings settings;
  private final SampleMaker maker;
  private final @Nullable MapForm maps;
  private final BiFunction<Sample, @Nullable Path, @Nullable String> recipe;
  private volatile boolean cancelled;
  private volatile @Nullable Pipeline<Ready> pipeline;

  /// What is made and waits for its turn to be written.
  private record Ready(Made made, Output.@Nullable Part part) {}

  /// @param job whose work it is, which says what is tolerated
  /// @param classes of the data set
  /// @param maps how class maps are written; null where samples have no such
  /// @param recipe what the file of a sample carries, by the folder that it will be in
  Work(
      BatchJob job,
      List<String> classes,
      JobSettings settings,
      SampleMaker maker,
      @Nullable MapForm maps,
      BiFunction<Sample, @Nullable Path, @Nullable String> recipe) {
    this.job = job;
    this.classes = classes;
    this.settings = settings;
    this.maker = maker;
    this.maps = maps;
    this.recipe = recipe;
  }

  /// Begins nothing new; what is under way is written.
  void cancel() {
    cancelled = true;
    Pipeline<Ready> running = pipeline;
    if (running != null) {
      running.stop();
    }
  }

  /// Goes on from a state, once.
  ///
  /// @return how far it came
  Progress run(Stretch stretch, int threads, Journal journal, State state, BatchListener listener)
      throws IOException {
    try (ErrorFile errors = new ErrorFile(stretch.lists(), state.errors(), settings.edition());
        Output output =
            Output.open(
                stretch,
                settings.output(),
                classes,
                settings.samples().seed(),
                settings.saysLabelWeights(),
                maps,
                state.output())) {
      Tally tally = new Tally(journal, errors, output, listener, stretch, state);
      Pipeline<Ready> running =
          new Pipeline<>(
              index -> ready(output, maker.make(index)),
              ready -> tally.add(ready.made, ready.part, job),
              threads,
              state.next(),
              stretch.end());
      pipeline = running;
      if (cancelled) {
        running.stop();
      }
      running.run();
      Progress end = tally.progress();
      if (end.done() == end.total()) {
        if (stretch.isWhole()) {
          output.finish();
        } else {
          output.endPart();
        }
      }
      return end;
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Ready ready(Output output, Made made) throws IOException {
    return switch (made) {
      case Sample sample ->
          new Ready(
              made,
              output.prepare(
                  sample, recipe.apply(sample, output.folder(Math.toIntExact(sample.index())))));
      case Skipped _ -> new Ready(made, null);
    };
  }
}

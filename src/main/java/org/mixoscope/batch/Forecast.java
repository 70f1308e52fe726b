package org.mixoscope.batch;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.SampleMaker;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;

/// What a job would write, told from a few samples that are made in memory.
///
/// @param maker of the samples
/// @param output how they are written
/// @param classes how many the data set has
/// @param maps how class maps are written; null where samples have no such
/// @param recipe what a sample's file carries; null for nothing
record Forecast(
    SampleMaker maker,
    OutputSettings output,
    int classes,
    @Nullable MapForm maps,
    Function<Sample, @Nullable String> recipe) {
  /// What the metadata of a sample takes beside its target, in bytes, about.
  private static final int METADATA = 250;

  private static final long AN_OBJECT = 200;

  /// @param tries how many, at least 1, spread over all
  /// @param seen gets each that could be made
  /// @return empty if none of the pictures tried can be read
  Optional<Estimate> estimate(int tries, Consumer<Sample> seen)
      throws IOException, InterruptedException {
    int total = maker.plan().size();
    int count = Math.min(tries, total);
    long bytes = 0;
    int read = 0;
    for (int i = 0; i < count; i++) {
      if (maker.make((long) total * i / count) instanceof Sample sample) {
        bytes += bytes(sample);
        seen.accept(sample);
        read++;
      }
    }
    if (read == 0) {
      return Optional.empty();
    }
    boolean twice = output.format() == OutputFormat.NPZ;
    return Optional.of(
        new Estimate(
            total,
            (twice ? 2 : 1) * (long) ((double) bytes / read * total),
            maker.census(),
            maker.mass(),
            Optional.ofNullable(maps).filter(_ -> output.format().isArray()),
            maker.shrunk()));
  }

  private long bytes(Sample sample) {
    long target =
        sample.target() instanceof Objects objects
            ? AN_OBJECT * objects.instances().size()
            : (long) Double.BYTES * classes;
    long map =
        maps != null && sample.target() instanceof ClassMap one
            ? maps.bytes(one, output.format())
            : 0;
    long pixels =
        switch (output.encoding()) {
          case Encoding.File file -> file.encode(sample, recipe.apply(sample)).length;
          case Encoding.Numbers numbers ->
              sample.pixels().byteSize() * (numbers == Encoding.Numbers.FLOAT32 ? Float.BYTES : 1);
        };
    return METADATA + target + map + pixels;
  }
}

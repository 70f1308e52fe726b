package org.mixoscope.batch.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Frame;

/// Some rows of the arrays of [ArrayOutput], without what these begin with.
final class ArrayShard implements ShardWriter {
  private final Numbers numbers;
  private final TargetArray targets;
  private final SampleJson json;
  private final OutputStream images;
  private final OutputStream labels;
  private final OutputStream metadata;
  private @Nullable Frame frame;

  ArrayShard(
      int number,
      Numbers numbers,
      TargetArray targets,
      SampleJson json,
      String pieces,
      Streams streams)
      throws IOException {
    this.numbers = numbers;
    this.targets = targets;
    this.json = json;
    images = streams.open(ShardPieces.name(pieces, ArrayOutput.IMAGES, number));
    labels = streams.open(ShardPieces.name(pieces, targets.file(), number));
    metadata = streams.open(ShardPieces.name(pieces, MetadataFile.NAME, number));
  }

  @Override
  public Output.Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    byte[] pixels = ArrayOutput.pixels(sample, numbers);
    byte[] label = targets.row(sample.target());
    byte[] line = json.line(sample, null);
    return () -> {
      frame = ArrayOutput.sameFrame(frame, sample);
      images.write(pixels);
      labels.write(label);
      metadata.write(line);
    };
  }

  @Override
  public Path folder(Path job) {
    return job;
  }

  @Override
  public void finish() {}

  @Override
  public @Nullable Frame frame() {
    return frame;
  }

  @Override
  public void close() {}
}

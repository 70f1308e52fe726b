package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Frame;

/// Some thousand samples that are written by themselves, into streams from the beginning to the
/// end: knows nothing of folders, locks and other shards. Its bytes are those that an [Output] of
/// the whole job writes for them.
public interface ShardWriter extends Closeable {
  /// How many samples there are in each but the last one.
  int SAMPLES = 1000;

  /// Gives a stream.
  @FunctionalInterface
  interface Streams {
    /// @param name of the file from the folder of the job on, with `/` between folders
    /// @return not closed by whoever writes
    OutputStream open(String name) throws IOException;
  }

  /// How a format is written.
  ///
  /// @param classes the names of the classes
  /// @param seed that every sample carries
  /// @param labelWeights whether every sample carries the weights of its sources in the label
  /// @param maps how class maps are written; null where samples have none
  record Form(
      OutputSettings settings,
      List<String> classes,
      long seed,
      boolean labelWeights,
      @Nullable MapForm maps) {
    TargetArray targets() {
      return new TargetArray(classes.size(), maps);
    }
  }

  /// Whether a format is made of shards.
  static boolean writes(OutputFormat format) {
    return switch (format) {
      case WEBDATASET, PARQUET, NPY -> true;
      case IMAGEFOLDER, MASKS, NPZ, COCO, YOLO, YOLO_POLYGONS, VOC -> false;
    };
  }

  /// Begins one.
  ///
  /// @param number which, from 0 on
  /// @param pieces folder, from that of the job on, of what [ShardPieces] puts together
  /// @throws IllegalArgumentException if the format is not made of shards
  static ShardWriter open(int number, Form form, String pieces, Streams streams)
      throws IOException {
    SampleJson json = new SampleJson(form.seed, form.labelWeights);
    return switch (form.settings.encoding()) {
      case Encoding.File file ->
          switch (form.settings.format()) {
            case WEBDATASET -> new TarShard(number, new TarMembers(file, json, form.maps), streams);
            case PARQUET ->
                new ParquetShard(
                    number, file, form.seed, ParquetColumn.all(form.labelWeights), streams);
            case IMAGEFOLDER, MASKS, NPY, NPZ, COCO, YOLO, YOLO_POLYGONS, VOC ->
                throw new IllegalArgumentException(form.settings.format() + " has no shards");
          };
      case Encoding.Numbers numbers ->
          new ArrayShard(number, numbers, form.targets(), json, pieces, streams);
    };
  }

  /// Does all that needs no order. Any number of threads.
  ///
  /// @param recipe to go into the picture file; null for none
  Output.Part prepare(Sample sample, @Nullable String recipe) throws IOException;

  /// The folder of the file that carries recipes.
  ///
  /// @param job the folder of the job
  Path folder(Path job);

  /// All samples are there.
  void finish() throws IOException;

  /// The frame of all samples, where they must have one; null else, and where there are none.
  default @Nullable Frame frame() {
    return null;
  }

  /// Lets go of what is on this machine; streams are left alone.
  @Override
  void close() throws IOException;
}

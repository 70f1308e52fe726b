package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// A data set that is being written.
public interface Output extends Closeable {
  /// What is left to be done with a prepared sample, in the order of the samples.
  interface Part {
    /// Adds the sample. One thread at a time.
    void append() throws IOException;
  }

  /// Does all that needs no order: encoding, files of their own. Any number of threads.
  ///
  /// @param recipe to go into the picture file; null for none
  Part prepare(Sample sample, @Nullable String recipe) throws IOException;

  /// The folder of the file that a sample's picture goes into.
  Path folder(int index);

  /// How far it is written: what [#open] needs to go on from here.
  List<Long> state();

  /// All samples are there. Doing it again changes nothing.
  void finish() throws IOException;

  /// All samples of a part of the job are there: ends what holds samples of this part only. Doing
  /// it again changes nothing.
  void endPart() throws IOException;

  /// The last place before a sample from which it can be written anew. Changes nothing.
  ///
  /// @param classes how many there are
  /// @param maps how class maps are written; null where samples have none
  /// @param journal the state of a run that was ended; empty if all is written
  /// @param sample not before it
  /// @param written how many samples are before one, where the files themselves do not tell
  static Point back(
      Path folder,
      OutputSettings settings,
      int classes,
      @Nullable MapForm maps,
      List<Long> journal,
      int sample,
      IntUnaryOperator written)
      throws IOException {
    return switch (settings.format()) {
      case IMAGEFOLDER, MASKS -> FolderOutput.back(folder, sample);
      case WEBDATASET -> TarOutput.back(sample, written);
      case PARQUET -> ParquetOutput.back(sample, written);
      case NPY, NPZ -> ArrayOutput.back(folder, new TargetArray(classes, maps), journal, sample);
      case COCO, YOLO, YOLO_POLYGONS, VOC -> Point.START;
    };
  }

  /// Deletes the files of samples that are still to be written: when they were written before, by a
  /// run that did not get to note it or that is gone back on, they might stay otherwise.
  ///
  /// @param rest which are still to be written
  static void clear(Stretch rest, OutputSettings settings) throws IOException {
    switch (settings.format()) {
      case IMAGEFOLDER, MASKS -> FolderOutput.clear(rest, settings.format() == OutputFormat.MASKS);
      case WEBDATASET -> TarOutput.clear(rest);
      case PARQUET -> ParquetOutput.clear(rest);
      case NPY, NPZ -> ArrayOutput.clear(rest.lists());
      case COCO, YOLO, YOLO_POLYGONS, VOC -> PictureFiles.clear(rest);
    }
  }

  /// Begins, or goes on.
  ///
  /// @param stretch what is written, into folders that are there
  /// @param classes the names of the classes
  /// @param seed that every sample carries
  /// @param labelWeights whether every sample carries the weights of its sources in the label
  /// @param maps how class maps are written; null where samples have none
  /// @param state empty to begin
  static Output open(
      Stretch stretch,
      OutputSettings settings,
      List<String> classes,
      long seed,
      boolean labelWeights,
      @Nullable MapForm maps,
      List<Long> state)
      throws IOException {
    SampleJson json = new SampleJson(seed, labelWeights);
    return switch (settings.encoding()) {
      case Encoding.File file ->
          switch (settings.format()) {
            case WEBDATASET -> new TarOutput(stretch, file, json, maps, state);
            case PARQUET ->
                new ParquetOutput(stretch, file, seed, ParquetColumn.all(labelWeights), state);
            case COCO -> new CocoOutput(stretch, file, json, classes, state);
            case YOLO, YOLO_POLYGONS ->
                YoloOutput.open(
                    stretch.folder(),
                    file,
                    classes,
                    settings.format() == OutputFormat.YOLO_POLYGONS);
            case VOC -> new VocOutput(stretch, file, classes, state);
            case IMAGEFOLDER, MASKS, NPY, NPZ ->
                new FolderOutput(
                    stretch, file, settings.format() == OutputFormat.MASKS, json, maps, state);
          };
      case Encoding.Numbers numbers ->
          ArrayOutput.open(
              stretch.lists(),
              numbers,
              new TargetArray(classes.size(), maps),
              settings.format() == OutputFormat.NPZ && stretch.isWhole(),
              json,
              state);
    };
  }
}

package org.mixoscope.batch.output;

import java.util.Locale;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;

/// The layouts that a mixed data set is written in.
public enum OutputFormat implements Named {
  /// `images/…` and `metadata.jsonl`, as Hugging Face's loader reads it.
  IMAGEFOLDER(false),
  /// Pictures in `images` and their class maps in `masks`, both under the same names in one folder,
  /// and `metadata.jsonl`.
  MASKS(false),
  /// Tar shards of 1000 samples, each a picture and a `.json`.
  WEBDATASET(false),
  /// `images.npy` and `labels.npy`, which NumPy can map into memory.
  NPY(true),
  /// The same two arrays in one `mixed.npz`.
  NPZ(true),
  /// Parquet files of 1000 rows, with pictures as Hugging Face stores them.
  PARQUET(false),
  /// Objects: `images/` and one `annotations.json`.
  COCO(false),
  /// Objects: `images/`, and `labels/` with the boxes of each picture.
  YOLO(false),
  /// The same with the line around the largest piece of each object: holes and other pieces are
  /// lost.
  YOLO_POLYGONS(false),
  /// Objects: `JPEGImages/`, and `Annotations/` with the boxes of each picture in whole pixels.
  VOC(false);

  private final boolean array;

  OutputFormat(boolean array) {
    this.array = array;
  }

  /// How many samples go into one file, where files hold a certain number; else 1.
  public int samplesPerFile() {
    return switch (this) {
      case WEBDATASET -> TarOutput.PER_SHARD;
      case PARQUET -> ParquetOutput.PER_FILE;
      case IMAGEFOLDER, MASKS, NPY, NPZ, COCO, YOLO, YOLO_POLYGONS, VOC -> 1;
    };
  }

  /// Whether it holds numbers instead of picture files.
  public boolean isArray() {
    return array;
  }

  /// Whether it holds objects, and nothing else.
  public boolean isOfObjects() {
    return switch (this) {
      case COCO, YOLO, YOLO_POLYGONS, VOC -> true;
      case IMAGEFOLDER, MASKS, WEBDATASET, NPY, NPZ, PARQUET -> false;
    };
  }

  /// Whether it can say of an object that it is to be ignored.
  public boolean saysWhatToIgnore() {
    return this != YOLO && this != YOLO_POLYGONS;
  }

  /// Refuses what it has no place for.
  ///
  /// @param target what samples are labelled with
  /// @throws IllegalArgumentException if it cannot hold that
  public void require(TargetKind target) {
    boolean objects = target == TargetKind.OBJECTS;
    if (isOfObjects() && !objects) {
      throw new RefusedException(OutputReason.NEEDS_OBJECTS.of(id(), target.id()));
    }
    if (this == MASKS && target != TargetKind.MAP) {
      throw new RefusedException(OutputReason.NEEDS_MAPS.of(id(), target.id()));
    }
    boolean hasPlace =
        switch (this) {
          case NPY, NPZ -> !objects;
          case PARQUET -> !objects && target != TargetKind.MAP;
          case IMAGEFOLDER, MASKS, WEBDATASET, COCO, YOLO, YOLO_POLYGONS, VOC -> true;
        };
    if (!hasPlace) {
      throw new RefusedException(OutputReason.NO_PLACE.of(id(), target.id()));
    }
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

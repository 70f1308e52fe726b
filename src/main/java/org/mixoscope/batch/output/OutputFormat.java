package org.mixoscope.batch.output;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// The layouts that a mixed data set is written in.
public enum OutputFormat implements Named {
  /// `images/…` and `metadata.jsonl`, as Hugging Face's loader reads it.
  IMAGEFOLDER(false),
  /// Tar shards of 1000 samples, each a picture and a `.json`.
  WEBDATASET(false),
  /// `images.npy` and `labels.npy`, which NumPy can map into memory.
  NPY(true),
  /// The same two arrays in one `mixed.npz`.
  NPZ(true),
  /// Parquet files of 1000 rows, with pictures as Hugging Face stores them.
  PARQUET(false);

  private final boolean array;

  OutputFormat(boolean array) {
    this.array = array;
  }

  /// Whether it holds numbers instead of picture files.
  public boolean isArray() {
    return array;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

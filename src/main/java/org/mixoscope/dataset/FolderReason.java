package org.mixoscope.dataset;

import org.mixoscope.kernel.Reason;

/// Why a folder has no pictures to give. The detail is the folder.
public enum FolderReason implements Reason {
  /// There is no such folder.
  MISSING("{0} does not exist: check the path"),
  /// It is a file.
  FILE("{0} is not a folder: choose the folder that it is in"),
  /// Neither it nor a folder in it may be read.
  FORBIDDEN("{0} may not be read: ask for permission or copy it"),
  /// No picture in it, nor in its sub-folders.
  EMPTY(
      "{0} has no pictures: JPEG, PNG, WebP, BMP, TIFF, GIF, PPM, PFM, HDR, DICOM and NIfTI files"
          + " are looked for in it");

  private final String sentence;

  FolderReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "folder";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureNames;
import org.mixoscope.recipe.Recipe;

/// What clips are written as.
public enum ClipFormat {
  /// An animated GIF.
  GIF("gif", ".gif"),
  /// H.264 in MP4, or MPEG-4 where there is no encoder for it.
  MP4("mp4", ".mp4"),
  /// VP9 in WebM.
  WEBM("webm", ".webm"),
  /// One array, frames × rows × columns × channels.
  NPY("npy", ".npy"),
  /// A volume of NIfTI-1, packed.
  NIFTI_GZ("nii.gz", ".nii.gz"),
  /// The same, not packed.
  NIFTI("nii", ".nii"),
  /// A TIFF of a page for each frame.
  TIFF("tiff", ".tiff"),
  /// A folder of PNG files.
  FRAMES("frames", "");

  private final String id;
  private final String ending;

  ClipFormat(String id, String ending) {
    this.id = id;
    this.ending = ending;
  }

  /// Its name for people and settings: `gif`, `nii.gz`, `frames`.
  public String id() {
    return id;
  }

  /// What the names of its files end in; nothing for folders.
  public String ending() {
    return ending;
  }

  /// Whether it can hold such numbers.
  public boolean holds(NumberType type) {
    return type == NumberType.UINT8 || holdsAll() || (this == FRAMES && type.isLight());
  }

  /// Whether it holds numbers of every type.
  public boolean holdsAll() {
    return this == NPY || this == TIFF || isNifti();
  }

  /// Whether it holds nothing but volumes.
  public boolean isNifti() {
    return this == NIFTI || this == NIFTI_GZ;
  }

  /// Which numbers a mix has that is written so.
  ///
  /// @throws IOException if a source cannot be read
  public ClipDepth depth(Recipe recipe) throws IOException {
    if (!holdsAll() && this != FRAMES) {
      return ClipDepth.EIGHT;
    }
    boolean volume = ClipReader.isVolume(recipe.mixedSources().getFirst().location());
    return volume || isNifti() || this == TIFF ? ClipDepth.STORED : ClipDepth.COMMON;
  }

  /// The format of a file by its name; a folder that is there, or whose name ends in a slash, is
  /// one of frames.
  public static Optional<ClipFormat> of(String name) {
    String own = PictureNames.ending(name).replaceFirst("^\\.tif$", ".tiff");
    if (name.endsWith("/")
        || (own.isEmpty() && !name.isEmpty() && Files.isDirectory(Path.of(name)))) {
      return Optional.of(FRAMES);
    }
    return own.isEmpty()
        ? Optional.empty()
        : Stream.of(values()).filter(format -> format.ending.equals(own)).findFirst();
  }
}

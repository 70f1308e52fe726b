package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;

/// Writes a clip frame by frame. It appears under its name when it is complete, or not at all.
public interface ClipWriter extends ClipMix.Sink, AutoCloseable {
  @Override
  void add(Pixels mixed) throws IOException;

  /// Ends the clip and gives it its name.
  void finish() throws IOException;

  /// What has to be said of what was written.
  List<Objection> notes();

  /// Gives up what was not finished.
  @Override
  void close() throws IOException;

  /// Begins a clip.
  ///
  /// @param mix that will be written, which says what frames there are
  /// @param recipe that it carries, where the format has a place for it; null for none
  /// @throws IOException if it cannot be written, or not so
  static ClipWriter open(ClipFormat format, Path file, ClipMix mix, @Nullable String recipe)
      throws IOException {
    NumberType type = mix.type();
    if (!format.holds(type)) {
      throw ClipReason.NOT_OF_THESE_NUMBERS.failure(null, file, type.id());
    }
    Frame frame = mix.frame();
    Timing timing = mix.timing();
    try {
      return of(format, file, mix, frame, timing, type, recipe);
    } catch (FileSystemException e) {
      throw ClipReason.NOT_WRITABLE.failure(e, file, e.getClass().getSimpleName());
    }
  }

  /// Begins a clip in place of what an interrupted run has left there.
  ///
  /// @throws IOException as for [#open]
  static ClipWriter replace(ClipFormat format, Path file, ClipMix mix, @Nullable String recipe)
      throws IOException {
    if (format == ClipFormat.FRAMES) {
      FrameWriter.delete(file);
    }
    return open(format, file, mix, recipe);
  }

  private static ClipWriter of(
      ClipFormat format,
      Path file,
      ClipMix mix,
      Frame frame,
      Timing timing,
      NumberType type,
      @Nullable String recipe)
      throws IOException {
    int channels = mix.recipe().kind().channels();
    return switch (format) {
      case GIF -> new GifWriter(file, timing, recipe);
      case MP4, WEBM -> new VideoWriter(format, file, frame, timing, recipe);
      case NPY -> new ArrayWriter(file, frame, timing.frames(), channels, type, mix.isVolume());
      case NIFTI, NIFTI_GZ -> NiftiWriter.open(format, file, mix, recipe);
      case TIFF -> TiffStackWriter.open(file, mix, recipe);
      case FRAMES -> new FrameWriter(file, timing.frames(), recipe);
    };
  }
}

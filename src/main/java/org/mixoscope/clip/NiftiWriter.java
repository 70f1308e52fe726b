package org.mixoscope.clip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.NiftiHeader;
import org.mixoscope.image.NumberBytes;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;

/// A volume of NIfTI-1, grey and exact, with the geometry of A and the recipe as a comment.
final class NiftiWriter implements ClipWriter {
  private final PendingFile file;
  private final OutputStream out;
  private final NumberType type;
  private final boolean hasGeometry;

  private NiftiWriter(PendingFile file, OutputStream out, NumberType type, boolean hasGeometry) {
    this.file = file;
    this.out = out;
    this.type = type;
    this.hasGeometry = hasGeometry;
  }

  /// @throws ClipException if the mix has colours, or a side that is too long for the format
  static NiftiWriter open(ClipFormat format, Path file, ClipMix mix, @Nullable String recipe)
      throws IOException {
    Frame frame = mix.frame();
    int slices = mix.timing().frames();
    if (mix.recipe().kind().channels() > 1) {
      throw ClipReason.NO_COLOURS.failure(null, file);
    }
    if (Math.max(slices, Math.max(frame.width(), frame.height())) > NiftiHeader.LONGEST) {
      throw ClipReason.NO_ROOM.failure(null, file, slices, frame);
    }
    NiftiHeader like = mix.header();
    byte[] header =
        NiftiHeader.of(
            frame,
            slices,
            mix.type(),
            mix.scale(),
            like,
            recipe == null ? null : EmbeddedRecipe.NAME + ":" + recipe);
    PendingFile pending = new PendingFile(file, ".tmp");
    OutputStream plain = new BufferedOutputStream(Files.newOutputStream(pending.path()));
    OutputStream out =
        format == ClipFormat.NIFTI_GZ
            ? new BufferedOutputStream(new GZIPOutputStream(plain))
            : plain;
    out.write(header);
    return new NiftiWriter(pending, out, mix.type(), like != null);
  }

  @Override
  public void add(Pixels mixed) throws IOException {
    out.write(NumberBytes.of(mixed, type));
  }

  @Override
  public void finish() throws IOException {
    out.close();
    file.finish();
  }

  @Override
  public List<Objection> notes() {
    return hasGeometry ? List.of() : List.of(ClipReason.NO_GEOMETRY.of());
  }

  @Override
  public void close() throws IOException {
    out.close();
    file.giveUp();
  }
}

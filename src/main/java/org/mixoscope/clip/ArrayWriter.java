package org.mixoscope.clip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mixoscope.dataset.packed.NpyHeader;
import org.mixoscope.image.NumberBytes;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;

/// An array of NumPy: frames × rows × columns × channels, exact; of grey volumes without channels.
final class ArrayWriter implements ClipWriter {
  private final PendingFile file;
  private final OutputStream out;
  private final NumberType type;

  ArrayWriter(Path file, Frame frame, int frames, int channels, NumberType type, boolean isVolume)
      throws IOException {
    this.file = new PendingFile(file, ".tmp");
    this.type = type;
    out = new BufferedOutputStream(Files.newOutputStream(this.file.path()));
    String shape = "%d, %d, %d".formatted(frames, frame.height(), frame.width());
    shape += isVolume && channels == 1 ? "" : ", " + channels;
    out.write(NpyHeader.of(NpyHeader.descr(type), shape));
  }

  @Override
  public void add(Pixels mixed) throws IOException {
    out.write(
        mixed.type() == ElementType.UINT8
            ? mixed.memory().asSlice(0, mixed.byteSize()).toArray(ValueLayout.JAVA_BYTE)
            : NumberBytes.of(mixed, type));
  }

  @Override
  public void finish() throws IOException {
    out.close();
    file.finish();
  }

  @Override
  public List<Objection> notes() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    out.close();
    file.giveUp();
  }
}

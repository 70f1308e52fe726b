package org.mixoscope.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// The slices of a NIfTI file, of which one at a time is in memory, however large the file is.
final class NiftiStack implements PictureStack {
  private final String name;
  private final InputStream in;
  private final NiftiFile volume;
  private final NiftiHeader header;
  private int read;

  private NiftiStack(String name, InputStream in, NiftiFile volume, NiftiHeader header) {
    this.name = name;
    this.in = in;
    this.volume = volume;
    this.header = header;
  }

  static NiftiStack open(Path file, PictureReader reader) throws PictureException {
    String name = file.toString();
    InputStream in = null;
    try {
      in = NiftiHeader.open(file);
      byte[] bytes = in.readNBytes(NiftiFile.HEADER);
      NiftiFile volume =
          PictureReader.guarded(
              name,
              () -> {
                NiftiFile whole = NiftiFile.header(bytes);
                whole.requireKnown();
                reader.required(whole);
                return whole;
              });
      in.skipNBytes(volume.start() - NiftiFile.HEADER);
      NiftiHeader header = new NiftiHeader(ByteBuffer.wrap(bytes).order(volume.order()));
      return new NiftiStack(name, in, volume, header);
    } catch (PictureException e) {
      close(in);
      throw e;
    } catch (IOException e) {
      close(in);
      throw failure(e, name);
    }
  }

  private static PictureException failure(IOException e, String name) {
    return e instanceof EOFException || e instanceof ZipException
        ? BadData.damaged().about(name)
        : ImageReason.UNREADABLE.failure(e, name, e.getMessage());
  }

  private static void close(@Nullable InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      // What was read is read.
    }
  }

  @Override
  public NiftiHeader header() {
    return header;
  }

  @Override
  public Frame frame() {
    return volume.frame();
  }

  @Override
  public NumberType type() {
    return volume.type();
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public Scale scale() {
    return volume.scale();
  }

  @Override
  public int count() {
    return volume.pages();
  }

  @Override
  public Grid grid() {
    return header.grid();
  }

  @Override
  public @Nullable Picture next() throws PictureException {
    if (read == count()) {
      return null;
    }
    read++;
    try {
      byte[] numbers = in.readNBytes((int) volume.sliceBytes());
      return PictureReader.guarded(name, () -> PictureReader.picture(volume.slice(numbers)));
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw failure(e, name);
    }
  }

  @Override
  public void close() {
    close(in);
  }
}

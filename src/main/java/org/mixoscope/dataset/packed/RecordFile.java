package org.mixoscope.dataset.packed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Pictures of one size, uncompressed, one after the other in a binary file. Any number of threads
/// may read at once.
public final class RecordFile implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final Shape shape;
  private final int count;

  /// How the file is made up.
  ///
  /// @param header bytes before the first record
  /// @param before bytes of a record before its picture; the last of them is its label
  /// @param frame of every picture
  /// @param planes 1 for grey, 3 for a plane of each colour
  record Shape(int header, int before, Frame frame, int planes) {
    int picture() {
      return Math.toIntExact(frame.pixels() * planes);
    }

    int record() {
      return Math.addExact(before, picture());
    }
  }

  RecordFile(Path file, FileChannel channel, Shape shape, int count) {
    this.file = file;
    this.channel = channel;
    this.shape = shape;
    this.count = count;
  }

  /// How many pictures there are.
  public int count() {
    return count;
  }

  /// What a picture is called beside others of the same folder.
  public String name(int record) {
    return PackedPicture.location(file.getFileName(), Integer.toString(record));
  }

  /// What a recipe calls a picture.
  public String location(int record) {
    return PackedPicture.location(file.toAbsolutePath(), Integer.toString(record));
  }

  /// The byte before a picture, where there is one.
  public int label(int record) throws IOException {
    byte[] label = new byte[1];
    Bytes.read(channel, label, start(record) - 1);
    return label[0] & 0xFF;
  }

  /// What every picture is made of: grey or RGB, of eight bits.
  public PixelKind kind() {
    return new PixelKind(shape.planes(), ElementType.UINT8);
  }

  /// The size of every picture.
  public Frame frame() {
    return shape.frame();
  }

  /// A picture.
  ///
  /// @return uint8 HWC, RGB or grey
  /// @throws PictureException if there is none of that number, or it cannot be read
  public Pixels read(int record) throws PictureException {
    return Pixels.of(interleaved(contents(record)), shape.frame(), shape.planes());
  }

  /// The bytes of a picture as they lie in the file.
  ///
  /// @throws PictureException if there is none of that number, or it cannot be read
  public byte[] contents(int record) throws PictureException {
    if (record < 0 || record >= count) {
      throw PackedReason.NO_RECORD.failure(location(record), count - 1);
    }
    byte[] raw = new byte[shape.picture()];
    Bytes.read(channel, raw, start(record), location(record));
    return raw;
  }

  private long start(int record) {
    return shape.header() + (long) record * shape.record() + shape.before();
  }

  private byte[] interleaved(byte[] raw) {
    int planes = shape.planes();
    if (planes == 1) {
      return raw;
    }
    int pixels = raw.length / planes;
    byte[] hwc = new byte[raw.length];
    for (int c = 0; c < planes; c++) {
      for (int i = 0; i < pixels; i++) {
        hwc[planes * i + c] = raw[c * pixels + i];
      }
    }
    return hwc;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

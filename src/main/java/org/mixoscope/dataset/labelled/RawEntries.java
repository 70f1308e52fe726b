package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Pictures of one size, uncompressed, one after the other in binary files.
///
/// @param files in their order
/// @param frame of every picture
/// @param planes 1 for grey, 3 for a plane of each colour
record RawEntries(List<Records> files, Frame frame, int planes) implements Entries {
  /// A file of records of one length.
  ///
  /// @param file its path
  /// @param name what it is called within the data set
  /// @param header bytes before the first record
  /// @param before bytes of a record before the picture
  /// @param length bytes of a record
  /// @param count how many there are
  record Records(
      Path file, String name, FileChannel channel, int header, int before, int length, int count) {}

  @Override
  public String name(int index) {
    return at(index, (records, record) -> records.name + "#" + record);
  }

  @Override
  public String location(int index) {
    return at(index, (records, record) -> records.file.toAbsolutePath() + "#" + record);
  }

  @Override
  public Pixels read(int index, PictureReader reader, @Nullable Frame wanted, Fit fit)
      throws PictureException {
    byte[] raw = new byte[Math.toIntExact(frame.pixels() * planes)];
    String problem =
        at(
            index,
            (records, record) -> {
              long from = records.header + (long) record * records.length + records.before;
              try {
                read(records.channel, raw, from);
                return "";
              } catch (IOException e) {
                return "cannot be read (" + e.getMessage() + "): copy it to another place";
              }
            });
    if (!problem.isEmpty()) {
      throw PictureException.unreadable(location(index), problem);
    }
    Pixels rgb = Pixels.of(interleaved(raw), frame, 3);
    return wanted == null ? rgb : Fitter.fit(rgb, wanted, fit);
  }

  static void read(FileChannel channel, byte[] bytes, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("it ends too early");
      }
    }
  }

  private byte[] interleaved(byte[] raw) {
    int pixels = Math.toIntExact(frame.pixels());
    byte[] rgb = new byte[3 * pixels];
    for (int c = 0; c < 3; c++) {
      int plane = planes == 3 ? c * pixels : 0;
      for (int i = 0; i < pixels; i++) {
        rgb[3 * i + c] = raw[plane + i];
      }
    }
    return rgb;
  }

  private interface Use {
    String of(Records records, int record);
  }

  private String at(int index, Use use) {
    int left = index;
    for (Records records : files) {
      if (left < records.count) {
        return use.of(records, left);
      }
      left -= records.count;
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public void close() throws IOException {
    for (Records records : files) {
      records.channel.close();
    }
  }
}

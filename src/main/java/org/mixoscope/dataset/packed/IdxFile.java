package org.mixoscope.dataset.packed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;

/// Files of MNIST's format, gzipped or not: grey pictures of bytes, or labels.
public final class IdxFile {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;
  private static final int ROWS = 0x0C02;
  private static final int ROWS_HEADER = 12;
  private static final int IMAGES_HEADER = 16;
  private static final int LABELS_HEADER = 8;

  private IdxFile() {}

  /// Whether a file has a name as such files have.
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.contains("-ubyte") || name.matches(".*[-.]idx[123]([-.].*)?");
  }

  /// Opens a file of pictures.
  ///
  /// @throws PictureException if it is none, or damaged
  public static RecordFile images(Path file) throws IOException {
    FileChannel channel = channel(file);
    try {
      int[] header = header(file, channel, IMAGES, IMAGES_HEADER);
      Frame frame = new Frame(header[2], header[3]);
      RecordFile.Shape shape = new RecordFile.Shape(IMAGES_HEADER, 0, frame, 1);
      if (channel.size() != IMAGES_HEADER + (long) header[1] * shape.record()) {
        throw damaged(file);
      }
      return new RecordFile(file, Store.of(channel), shape, header[1]);
    } catch (IllegalArgumentException | ArithmeticException e) {
      channel.close();
      throw damaged(file);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// All labels of a file, each within [0, 255]; where it has several numbers a picture, as QMNIST
  /// has, the first.
  ///
  /// @throws PictureException if it is no file of labels, or damaged
  public static int[] labels(Path file) throws IOException {
    try (FileChannel channel = channel(file)) {
      if (magic(channel) == ROWS) {
        return firsts(file, channel);
      }
      int count = header(file, channel, LABELS, LABELS_HEADER)[1];
      if (count < 0 || channel.size() != (long) LABELS_HEADER + count) {
        throw damaged(file);
      }
      byte[] bytes = new byte[count];
      Bytes.read(channel, bytes, LABELS_HEADER);
      int[] labels = new int[count];
      for (int i = 0; i < count; i++) {
        labels[i] = bytes[i] & 0xFF;
      }
      return labels;
    }
  }

  private static int magic(FileChannel channel) throws IOException {
    byte[] magic = new byte[Integer.BYTES];
    if (channel.size() >= magic.length) {
      Bytes.read(channel, magic, 0);
    }
    return ByteBuffer.wrap(magic).getInt();
  }

  /// The first of each row of integers.
  private static int[] firsts(Path file, FileChannel channel) throws IOException {
    int[] header = header(file, channel, ROWS, ROWS_HEADER);
    long bytes = (long) header[1] * header[2] * Integer.BYTES;
    if (header[1] < 0 || header[2] < 1 || channel.size() != ROWS_HEADER + bytes) {
      throw damaged(file);
    }
    byte[] all = new byte[Math.toIntExact(bytes)];
    Bytes.read(channel, all, ROWS_HEADER);
    int[] labels = new int[header[1]];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = ByteBuffer.wrap(all).getInt(i * header[2] * Integer.BYTES);
    }
    return labels;
  }

  private static int[] header(Path file, FileChannel channel, int magic, int bytes)
      throws IOException {
    byte[] header = new byte[bytes];
    int[] numbers = new int[bytes / Integer.BYTES];
    if (channel.size() >= bytes) {
      Bytes.read(channel, header, 0);
      ByteBuffer.wrap(header).asIntBuffer().get(numbers);
    }
    if (numbers[0] != magic) {
      throw damaged(file);
    }
    return numbers;
  }

  /// A gzipped file is unpacked into one that is deleted when it is closed.
  private static FileChannel channel(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return FileChannel.open(file);
    }
    Path unpacked = Files.createTempFile("mixoscope-", ".idx");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      return FileChannel.open(
          unpacked, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (ZipException | EOFException e) {
      Files.deleteIfExists(unpacked);
      throw damaged(file);
    } catch (IOException e) {
      Files.deleteIfExists(unpacked);
      throw e;
    }
  }

  private static PictureException damaged(Path file) {
    return PackedReason.NO_IDX.failure(file);
  }
}

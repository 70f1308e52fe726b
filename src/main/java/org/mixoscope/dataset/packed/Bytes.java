package org.mixoscope.dataset.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;

/// Parts of a file, read without moving the channel's position, which threads share.
public final class Bytes {
  private Bytes() {}

  /// Whether a file lies on a disk, where it may be mapped and going back and forth costs little.
  static boolean areOnDisk(Path file) {
    return file.getFileSystem().equals(FileSystems.getDefault());
  }

  /// Fills an array.
  ///
  /// @param bytes Modified
  /// @param from where in the file
  /// @throws IOException if the file ends before the array is full
  static void read(FileChannel channel, byte[] bytes, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("it ends too early");
      }
    }
  }

  /// The same for a picture.
  ///
  /// @param location of the picture, for messages
  /// @throws PictureException if it cannot be read
  public static void read(FileChannel channel, byte[] bytes, long from, String location)
      throws PictureException {
    try {
      read(channel, bytes, from);
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
  }
}

package org.mixoscope.batch.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows at its end. What is beyond the length that a journal knows was written by a
/// run that was ended by force, and is dropped.
public final class AppendFile implements Closeable {
  private final FileChannel channel;
  private long length;

  /// @param length of what is there already
  /// @throws IOException if less is there, or the file cannot be written
  public AppendFile(Path file, long length) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    if (channel.size() < length) {
      channel.close();
      throw new OutputException(OutputReason.CUT_SHORT.of(file));
    }
    channel.truncate(length);
    this.length = length;
  }

  /// How many bytes there are.
  public long length() {
    return length;
  }

  /// Adds bytes at the end. After an exception the file may be longer than [#length] says.
  public void append(byte[]... parts) throws IOException {
    for (byte[] part : parts) {
      write(part, length);
      length += part.length;
    }
  }

  /// Begins anew.
  void clear() throws IOException {
    channel.truncate(0);
    length = 0;
  }

  /// Replaces bytes that are there already.
  void write(byte[] bytes, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

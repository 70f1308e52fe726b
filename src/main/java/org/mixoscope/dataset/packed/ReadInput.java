package org.mixoscope.dataset.packed;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Parquet file that is read part by part, where it lies on no disk and cannot be mapped.
final class ReadInput implements InputFile {
  private final Path file;
  private @Nullable FileChannel channel;

  ReadInput(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void open() throws IOException {
    if (channel == null) {
      channel = FileChannel.open(file);
    }
  }

  private synchronized FileChannel channel() throws IOException {
    open();
    return Objects.requireNonNull(channel);
  }

  @Override
  public ByteBuffer readRange(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    Bytes.read(channel(), bytes, offset);
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public long length() throws IOException {
    return channel().size();
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}

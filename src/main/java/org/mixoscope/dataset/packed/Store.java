package org.mixoscope.dataset.packed;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;

/// Bytes that are read by where they are: a file, or memory. Any number of threads may read at
/// once.
interface Store extends Closeable {
  long size() throws IOException;

  /// Fills an array.
  ///
  /// @param bytes Modified
  /// @throws IOException if there are fewer
  void read(byte[] bytes, long from) throws IOException;

  /// A file; closing the store closes the channel.
  static Store of(FileChannel channel) {
    return new Store() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public void read(byte[] bytes, long from) throws IOException {
        Bytes.read(channel, bytes, from);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /// Memory.
  static Store of(byte[] all) {
    return new Store() {
      @Override
      public long size() {
        return all.length;
      }

      @Override
      public void read(byte[] bytes, long from) throws IOException {
        if (from + bytes.length > all.length) {
          throw new EOFException("it ends too early");
        }
        System.arraycopy(all, (int) from, bytes, 0, bytes.length);
      }

      @Override
      public void close() {}
    };
  }

  /// A part of this one; closing it closes this.
  default Store part(long start, long length) {
    Store whole = this;
    return new Store() {
      @Override
      public long size() {
        return length;
      }

      @Override
      public void read(byte[] bytes, long from) throws IOException {
        if (from + bytes.length > length) {
          throw new EOFException("it ends too early");
        }
        whole.read(bytes, start + from);
      }

      @Override
      public void close() throws IOException {
        whole.close();
      }
    };
  }
}

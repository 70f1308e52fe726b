package org.mixoscope.spark.hadoop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/// A file of Hadoop's that is read from anywhere in it, at a place by any number of threads. It is
/// neither written nor mapped nor locked.
final class HadoopChannel extends FileChannel {
  private static final int MOST_AT_ONCE = 1 << 20;

  private final FSDataInputStream in;
  private final long size;

  HadoopChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    byte[] bytes = new byte[Math.min(target.remaining(), MOST_AT_ONCE)];
    return put(bytes, in.read(bytes, 0, bytes.length), target);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    byte[] bytes = new byte[Math.min(target.remaining(), MOST_AT_ONCE)];
    int count = in.read(position, bytes, 0, bytes.length);
    // Object stores have few connections, and there may be thousands of files.
    in.unbuffer();
    return put(bytes, count, target);
  }

  private static int put(byte[] bytes, int count, ByteBuffer target) {
    if (count > 0) {
      target.put(bytes, 0, count);
    }
    return count;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    long all = 0;
    for (int i = offset; i < offset + length; i++) {
      while (targets[i].hasRemaining()) {
        int count = read(targets[i]);
        if (count < 0) {
          return all == 0 ? count : all;
        }
        all += count;
      }
    }
    return all;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    in.seek(Math.min(position, size));
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, MOST_AT_ONCE));
    int read = read(buffer, position);
    return read <= 0 ? 0 : target.write(buffer.flip());
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metadata) {}

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long count) {
    throw new UnsupportedOperationException("Hadoop's files are not mapped");
  }

  @Override
  public FileLock lock(long position, long count, boolean shared) {
    throw new UnsupportedOperationException("Hadoop's files are not locked");
  }

  @Override
  public FileLock tryLock(long position, long count, boolean shared) {
    throw new UnsupportedOperationException("Hadoop's files are not locked");
  }

  @Override
  protected void implCloseChannel() throws IOException {
    in.close();
  }
}

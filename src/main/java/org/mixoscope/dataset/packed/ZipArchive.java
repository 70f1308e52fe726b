package org.mixoscope.dataset.packed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;

/// A zip file. What it says of the size of a member is believed of none: a member that becomes
/// larger than it says is damaged.
final class ZipArchive implements Archive {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final FileChannel channel;

  /// Those that can be read, by the place in this list.
  private List<ZipArchiveEntry> entries = List.of();

  private ZipArchive(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  static ZipArchive open(Path file) throws IOException {
    return new ZipArchive(file, FileChannel.open(file));
  }

  @Override
  public void list(Listing listing) throws IOException {
    try (ZipFile zip = zip()) {
      entries = Collections.list(zip.getEntriesInPhysicalOrder());
    }
    for (int i = 0; i < entries.size(); i++) {
      ZipArchiveEntry entry = entries.get(i);
      listing.add(new Member(entry.getName(), state(entry), i, entry.getSize()));
    }
  }

  private ZipFile zip() throws IOException {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw PackedReason.NO_ZIP.because(e, file);
    }
  }

  private static State state(ZipArchiveEntry entry) {
    if (entry.isDirectory()) {
      return State.FOLDER;
    }
    if (entry.isUnixSymlink()) {
      return State.SPECIAL;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return State.ENCRYPTED;
    }
    if (!isStored(entry) && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      return State.OTHER_METHOD;
    }
    return Math.max(entry.getSize(), entry.getCompressedSize()) > MOST
        ? State.TOO_LARGE
        : State.FILE;
  }

  private static boolean isStored(ZipArchiveEntry entry) {
    return entry.getMethod() == ZipMethod.STORED.getCode();
  }

  /// Where a member lies as it is, for those who read parts of it; −1 if it is compressed.
  long offset(long at) {
    ZipArchiveEntry entry = entries.get((int) at);
    return isStored(entry) && entry.getSize() == entry.getCompressedSize()
        ? entry.getDataOffset()
        : -1;
  }

  @Override
  public byte[] read(long at, long size, long most, String location) throws PictureException {
    ZipArchiveEntry entry = entries.get((int) at);
    long stored = inFile(entry, location);
    if (isStored(entry) && stored != size) {
      throw ImageReason.DAMAGED.failure(null, location);
    }
    byte[] raw = new byte[Math.toIntExact(isStored(entry) ? Math.min(size, most) : stored)];
    Bytes.read(channel, raw, entry.getDataOffset(), location);
    return isStored(entry) ? raw : inflated(raw, size, most, location);
  }

  /// How many bytes a member takes; no more than there are.
  private long inFile(ZipArchiveEntry entry, String location) throws PictureException {
    try {
      if (entry.getDataOffset() + entry.getCompressedSize() <= channel.size()) {
        return entry.getCompressedSize();
      }
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
    throw ImageReason.DAMAGED.failure(null, location);
  }

  /// Grows with what is there, whatever size is said.
  private static byte[] inflated(byte[] raw, long size, long most, String location)
      throws PictureException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(raw);
      byte[] bytes = new byte[(int) Math.min(CHUNK, Math.min(most, size) + 1)];
      int count = 0;
      while (!inflater.finished() && count < most && count <= size) {
        if (count == bytes.length) {
          bytes = Arrays.copyOf(bytes, (int) Math.min(2L * count, size + 1));
        }
        int more = inflater.inflate(bytes, count, bytes.length - count);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        count += more;
      }
      if (count < most ? count != size || !inflater.finished() : count > size) {
        throw ImageReason.DAMAGED.failure(null, location);
      }
      return Arrays.copyOf(bytes, (int) Math.min(count, most));
    } catch (DataFormatException e) {
      throw ImageReason.DAMAGED.failure(e, location);
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

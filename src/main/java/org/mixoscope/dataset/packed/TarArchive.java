package org.mixoscope.dataset.packed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.PictureException;

/// A tar file. One that is compressed with gzip cannot be read from its middle, so memory holds it.
final class TarArchive implements Archive {
  /// How many unpacked bytes memory holds at most.
  private static final long MOST_IN_MEMORY = 1 << 30;

  private final Path file;
  private final @Nullable FileChannel channel;
  private final byte[] unpacked;

  /// Where the listing is, if it reads all on its way.
  private @Nullable TarArchiveInputStream passing;

  private TarArchive(Path file, @Nullable FileChannel channel, byte[] unpacked) {
    this.file = file;
    this.channel = channel;
    this.unpacked = unpacked;
  }

  static boolean isOne(Path file) {
    String name = lower(file);
    return name.endsWith(".tar") || isZipped(name);
  }

  private static boolean isZipped(String name) {
    return name.endsWith(".tar.gz") || name.endsWith(".tgz");
  }

  private static String lower(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  static TarArchive open(Path file) throws IOException {
    return isZipped(lower(file))
        ? new TarArchive(file, null, unpacked(file))
        : new TarArchive(file, FileChannel.open(file), new byte[0]);
  }

  private static byte[] unpacked(Path file) throws IOException {
    int most = (int) Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / 3);
    try (InputStream raw = Files.newInputStream(file)) {
      byte[] all = gunzipped(file, raw, most);
      if (all.length > most) {
        throw PackedReason.TOO_LARGE_UNPACKED.failure(file, most >> 20);
      }
      return all;
    }
  }

  private static byte[] gunzipped(Path file, InputStream raw, int most) throws IOException {
    try (InputStream in = new GZIPInputStream(raw, 1 << 16)) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw PackedReason.NO_TAR.because(e, file);
    }
  }

  @Override
  public void list(Listing listing) throws IOException {
    if (channel != null && !Bytes.areOnDisk(file)) {
      pass(listing);
      return;
    }
    try (TarFile tar = open()) {
      for (TarArchiveEntry entry : tar.getEntries()) {
        listing.add(
            new Member(entry.getName(), state(entry), entry.getDataOffset(), entry.getSize()));
      }
    }
  }

  /// Lists without going back and forth.
  private void pass(Listing listing) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(raw)) {
      passing = tar;
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        listing.add(new Member(entry.getName(), state(entry), tar.getBytesRead(), entry.getSize()));
      }
    } finally {
      passing = null;
    }
  }

  private @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    try {
      return tar.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      throw PackedReason.NO_TAR.because(e, file);
    }
  }

  private TarFile open() throws IOException {
    try {
      return channel == null ? new TarFile(unpacked) : new TarFile(file);
    } catch (IOException | IllegalArgumentException e) {
      throw PackedReason.NO_TAR.because(e, file);
    }
  }

  private static State state(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return State.FOLDER;
    }
    if (!entry.isFile() || entry.isSparse() || entry.isLink() || entry.isSymbolicLink()) {
      return State.SPECIAL;
    }
    return entry.getSize() > MOST ? State.TOO_LARGE : State.FILE;
  }

  @Override
  public byte[] read(long at, long size, long most, String location) throws PictureException {
    int count = Math.toIntExact(Math.min(most, size));
    TarArchiveInputStream here = passing;
    if (here != null && here.getBytesRead() == at) {
      return onTheWay(here, count, location);
    }
    if (channel != null) {
      byte[] bytes = new byte[count];
      Bytes.read(channel, bytes, at, location);
      return bytes;
    }
    if (at + count > unpacked.length) {
      throw ImageReason.DAMAGED.failure(null, location);
    }
    return Arrays.copyOfRange(unpacked, (int) at, (int) at + count);
  }

  private static byte[] onTheWay(TarArchiveInputStream tar, int count, String location)
      throws PictureException {
    try {
      byte[] bytes = tar.readNBytes(count);
      if (bytes.length < count) {
        throw ImageReason.DAMAGED.failure(null, location);
      }
      return bytes;
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}

package org.mixoscope.dataset.packed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.mixoscope.image.PictureException;

/// An archive of files, read where it lies: nothing is unpacked to disk. Any number of threads may
/// read at once, once it is listed.
public sealed interface Archive extends Closeable permits TarArchive, ZipArchive {
  /// The largest member that is read.
  long MOST = 1 << 29;

  /// What a member is.
  enum State {
    /// A file that can be read.
    FILE,
    /// A folder.
    FOLDER,
    /// A link, a device, or a file with holes.
    SPECIAL,
    /// Encrypted.
    ENCRYPTED,
    /// Compressed in a way that is not read.
    OTHER_METHOD,
    /// Larger than [#MOST].
    TOO_LARGE
  }

  /// A member of the archive.
  ///
  /// @param at where it is, for [#read]
  /// @param size in bytes, as the archive says
  record Member(String name, State state, long at, long size) {}

  /// Gets the members, in their order.
  @FunctionalInterface
  interface Listing {
    void add(Member member) throws IOException;
  }

  /// Whether a file has a name as archives have that are read.
  static boolean isOne(Path file) {
    return TarArchive.isOne(file) || isZip(file);
  }

  /// Whether it would be a zip.
  static boolean isZip(Path file) {
    return ZipArchive.isOne(file);
  }

  /// Whether a name is that of an archive of any kind.
  static boolean isNamedLikeOne(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches(".*\\.(tar|tgz|tbz2?|txz|zip|rar|7z|gz|bz2|xz|zst|npz)");
  }

  /// Opens one with such a name.
  ///
  /// @throws PictureException if it is none, damaged, or compressed and too large for memory
  static Archive open(Path file) throws IOException {
    return TarArchive.isOne(file) ? TarArchive.open(file) : ZipArchive.open(file);
  }

  /// Lists what is in it. Where files are far away, it is read from the beginning to the end, and a
  /// member whose bytes the listing asks for costs nothing more.
  ///
  /// @throws IOException if it is damaged
  void list(Listing listing) throws IOException;

  /// The first bytes of a member.
  ///
  /// @param at of the member
  /// @param size of the member
  /// @param most how many are wanted; all of them if it has fewer
  /// @param location of the picture, for messages
  /// @throws PictureException if it is damaged, or not as long as the archive says
  byte[] read(long at, long size, long most, String location) throws PictureException;
}

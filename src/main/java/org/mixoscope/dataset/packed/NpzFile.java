package org.mixoscope.dataset.packed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.image.PictureException;

/// A zip of NumPy arrays. One that is stored as it is, is read where it lies; memory holds a
/// compressed one.
public final class NpzFile {
  private static final String ENDING = ".npy";

  private NpzFile() {}

  /// Whether a file has a name as such files have.
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".npz");
  }

  /// The names of its arrays, in their order.
  ///
  /// @throws PictureException if it is none, or damaged
  public static List<String> names(Path file) throws IOException {
    try (ZipArchive zip = ZipArchive.open(file)) {
      return members(zip).stream().map(NpzFile::name).toList();
    }
  }

  private static List<Member> members(ZipArchive zip) throws IOException {
    List<Member> found = new ArrayList<>();
    zip.list(
        member -> {
          if (member.name().endsWith(ENDING)) {
            found.add(member);
          }
        });
    return found;
  }

  private static String name(Member member) {
    return member.name().substring(0, member.name().length() - ENDING.length());
  }

  /// Opens one of its arrays.
  ///
  /// @throws PictureException if it is none that can be read
  public static NpyArray open(Path file, String name) throws IOException {
    String prefix = name + "/";
    try (ZipArchive zip = ZipArchive.open(file)) {
      for (Member member : members(zip)) {
        if (name(member).equals(name)) {
          return NpyArray.open(file, prefix, store(file, zip, member));
        }
      }
    }
    throw PackedReason.NO_MEMBER.failure(PackedPicture.location(file, name));
  }

  private static Store store(Path file, ZipArchive zip, Member member) throws IOException {
    long offset = zip.offset(member.at());
    if (offset >= 0) {
      return Store.of(FileChannel.open(file)).part(offset, member.size());
    }
    String location = PackedPicture.location(file, name(member));
    if (member.state() != Archive.State.FILE) {
      throw PackedReason.TOO_LARGE_COMPRESSED.failure(location, Archive.MOST >> 20);
    }
    return Store.of(zip.read(member.at(), member.size(), Long.MAX_VALUE, location));
  }
}

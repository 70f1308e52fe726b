package org.mixoscope.dataset.packed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.dataset.packed.Archive.State;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// A picture inside a larger file.
///
/// @param file IDX, CIFAR, tar, zip, NumPy, Parquet, or a picture file of several pages
/// @param which the number of the record, from 0, or of the page, from 1, or [#ALL], or the name of
///   the member
public record PackedPicture(Path file, String which) {
  /// In place of a number: all pages, which are a volume. As a picture it is the first of them.
  public static final String ALL = "all";

  private static final char SEPARATOR = '#';

  /// How recipes refer to one.
  public static String location(Path file, String which) {
    return location(file.toString(), which);
  }

  /// The same for a file that is named in another way.
  public static String location(String file, String which) {
    return file + SEPARATOR + which;
  }

  /// What a location means; none if it is a file itself, or no such file has pictures inside.
  public static Optional<PackedPicture> at(String location) {
    try {
      int at = location.indexOf(SEPARATOR);
      if (at < 0 || Files.exists(Path.of(location))) {
        return Optional.empty();
      }
      // Folders may have the sign in their names, too.
      for (; at >= 0; at = location.indexOf(SEPARATOR, at + 1)) {
        Path file = Path.of(location.substring(0, at));
        if (holdsPictures(file)) {
          return Optional.of(new PackedPicture(file, location.substring(at + 1)));
        }
      }
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean holdsPictures(Path file) {
    return (isOne(file) || PictureNames.mayHavePages(file.toString())) && Files.isRegularFile(file);
  }

  /// Whether a file has a name as files with pictures inside have.
  public static boolean isOne(Path file) {
    return Archive.isOne(file)
        || IdxFile.isOne(file)
        || CifarFile.isOne(file)
        || NpzFile.isOne(file)
        || ParquetPictures.isOne(file)
        || isNpy(file);
  }

  /// The part of a location that names the file, whether there is one or not: all of it for a
  /// picture that is a file itself.
  public static String fileOf(String location) {
    for (int at = location.indexOf(SEPARATOR); at >= 0; at = location.indexOf(SEPARATOR, at + 1)) {
      String file = location.substring(0, at);
      if (isOne(Path.of(file)) || PictureNames.mayHavePages(file)) {
        return file;
      }
    }
    return location;
  }

  /// Reads it.
  ///
  /// @throws PictureException if there is none that can be read
  public Picture read(PictureReader reader) throws PictureException {
    return read(reader, null, Fit.COVER);
  }

  /// Reads it for a frame.
  ///
  /// @param frame null for its own
  /// @return to be brought to the frame by [Picture#in]
  /// @throws PictureException if there is none that can be read
  public Picture read(PictureReader reader, @Nullable Frame frame, Fit fit)
      throws PictureException {
    try {
      if (isPage()) {
        return reader.readPage(file, which.equals(ALL) ? 1 : number());
      }
      return isEncoded() ? reader.read(encoded(), location(), frame, fit) : record();
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw PackedReason.UNREADABLE.failure(location(), e.getMessage(), file);
    }
  }

  private String location() {
    return location(file, which);
  }

  private boolean isPage() {
    return PictureNames.mayHavePages(file.toString());
  }

  private boolean isEncoded() {
    return Archive.isOne(file) || ParquetPictures.isOne(file);
  }

  private byte[] encoded() throws IOException {
    return Archive.isOne(file) ? member() : ParquetPictures.open(file).picture(number());
  }

  private byte[] member() throws IOException {
    List<Member> found = new ArrayList<>(1);
    try (Archive archive = Archive.open(file)) {
      archive.list(
          member -> {
            if (found.isEmpty() && member.state() == State.FILE && member.name().equals(which)) {
              found.add(member);
            }
          });
      for (Member member : found) {
        return archive.read(member.at(), member.size(), Long.MAX_VALUE, location());
      }
    }
    throw PackedReason.NO_MEMBER.failure(location());
  }

  private Picture record() throws IOException {
    try (RecordFile records = records()) {
      Pixels pixels = records.read(number());
      return new Picture(pixels, Origin.of(pixels.frame(), Turn.UPRIGHT), Set.of());
    }
  }

  /// Whether a file has a name as NumPy arrays have.
  public static boolean isNpy(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }

  /// Whether it is a row of an array of NumPy's.
  public boolean isRow() {
    return isNpy(file) || NpzFile.isOne(file);
  }

  /// The row of an array as a map of indices, as [NpyArray#map] has it.
  ///
  /// @throws PictureException if there is none that can be read
  public Pixels map() throws IOException {
    try (NpyArray maps = array()) {
      int row = number();
      if (row < 0 || row >= maps.rows()) {
        throw PackedReason.NO_MEMBER.failure(location());
      }
      return maps.map(row);
    }
  }

  private NpyArray array() throws IOException {
    int slash = Math.max(which.lastIndexOf('/'), 0);
    return isNpy(file) ? NpyArray.open(file) : NpzFile.open(file, which.substring(0, slash));
  }

  private RecordFile records() throws IOException {
    RecordFile plain = plainRecords();
    return RecordFile.isTransposed(which) ? plain.transposed() : plain;
  }

  private RecordFile plainRecords() throws IOException {
    if (NpzFile.isOne(file)) {
      int slash = which.lastIndexOf('/');
      return NpzFile.open(file, which.substring(0, Math.max(slash, 0))).pictures();
    }
    if (isNpy(file)) {
      return NpyArray.open(file).pictures();
    }
    return IdxFile.isOne(file) ? IdxFile.images(file) : CifarFile.open(file);
  }

  private int number() throws PictureException {
    try {
      return Integer.parseInt(RecordFile.number(which));
    } catch (NumberFormatException e) {
      throw PackedReason.NO_NUMBER.failure(location());
    }
  }

  /// The bytes of the picture itself, as they lie in the file.
  public byte[] contents() throws IOException {
    if (isPage()) {
      return Files.readAllBytes(file);
    }
    if (isEncoded()) {
      return encoded();
    }
    try (RecordFile records = records()) {
      return records.contents(number());
    }
  }
}

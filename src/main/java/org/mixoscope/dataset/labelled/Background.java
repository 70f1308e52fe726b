package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.FolderWalk;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.LeftOuts;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Glimpse;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Fingerprint;

/// Pictures without a label, to be mixed into those of a data set: one file, or all in a folder,
/// whatever folders they are in, in the order of [FolderWalk]. Listed once, and read when they are
/// wanted. Any number of threads may read at once.
public final class Background {
  private final Path path;
  private final FileEntries entries;
  private final List<LeftOut> leftOut;
  private @Nullable Census census;

  Background(Path path, FileEntries entries, List<LeftOut> leftOut) {
    this.path = path;
    this.entries = entries;
    this.leftOut = List.copyOf(leftOut);
  }

  /// Lists the pictures of a file or folder.
  ///
  /// @throws DataSetException if there are none
  public static Background open(Path source) throws DataSetException {
    Path path = source.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new DataSetException(DataSetReason.MISSING.of(source));
    }
    Names names = new Names();
    LeftOuts leftOut = new LeftOuts();
    if (Files.isDirectory(path)) {
      PictureFiles.below(path, "", leftOut).forEach(names::add);
      return new Background(path, new FileEntries(path, names), leftOut.all());
    }
    requirePicture(source);
    names.add(String.valueOf(path.getFileName()));
    return new Background(path, new FileEntries(path.resolveSibling(""), names), List.of());
  }

  private static void requirePicture(Path file) throws DataSetException {
    try {
      if (Glimpse.of(file) != Glimpse.PICTURE) {
        throw new DataSetException(DataSetReason.NO_BACKGROUND.of(file));
      }
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.UNREADABLE);
    }
  }

  FileEntries entries() {
    return entries;
  }

  /// The file or folder, absolute.
  public Path path() {
    return path;
  }

  /// How many there are, at least 1.
  public int size() {
    return entries.names().size();
  }

  /// What of the folder is none, and why.
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /// What a picture is called within the folder, with `/` between folders.
  public String name(int index) {
    return entries.name(index);
  }

  /// What a recipe calls it: an absolute path.
  public String location(int index) {
    return entries.location(index);
  }

  /// What the contents of a picture are known by.
  ///
  /// @throws IOException if it cannot be read
  public Fingerprint fingerprint(int index) throws IOException {
    return Fingerprint.of(entries.contents(index));
  }

  /// SHA-256 of all names, in hexadecimal.
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < size(); i++) {
        digest.update((name(i) + "\n").getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Decodes a picture.
  ///
  /// @param frame what to bring it to; null for its own size
  /// @param fit how
  /// @param wanted which channels and depth
  /// @return with pixels HWC on the heap
  /// @throws PictureException if it cannot be read
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return entries.read(index, reader, frame, fit, wanted);
  }

  /// What pixels the pictures have. Their headers are looked at the first time that somebody asks,
  /// side by side.
  public synchronized Census census(PictureReader reader) {
    Census known =
        Objects.requireNonNullElseGet(
            census,
            () ->
                IntStream.range(0, size())
                    .parallel()
                    .mapToObj(index -> census(index, reader))
                    .reduce(Census.NOBODY, Census::plus));
    census = known;
    return known;
  }

  /// Which numbers the pictures have. Looks at all headers.
  public Numbers numbers(PictureReader reader) {
    return IntStream.range(0, size())
        .parallel()
        .mapToObj(index -> numbers(index, reader))
        .reduce(Numbers.NONE, Numbers::plus);
  }

  /// How many [org.mixoscope.kernel.Decoding#FAST] decodes smaller for a frame. Looks at all
  /// headers.
  public int shrunk(PictureReader reader, Frame frame, Fit fit) {
    return entries.shrunk(size(), reader, frame, fit);
  }

  private Numbers numbers(int index, PictureReader reader) {
    try {
      return Numbers.of(entries.header(index, reader));
    } catch (PictureException _) {
      return Numbers.NONE; // whoever wants to mix it says why
    }
  }

  private Census census(int index, PictureReader reader) {
    try {
      return Census.of(entries.header(index, reader).kind());
    } catch (PictureException _) {
      return Census.NOBODY; // whoever wants to mix it says why
    }
  }
}

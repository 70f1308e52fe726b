package org.mixoscope.image;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Encoded.Decoded;
import org.mixoscope.image.Encoded.Indexed;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// Reads JPEG, PNG, WebP, BMP, TIFF, GIF, netpbm, PFM and Radiance files, whatever their extension
/// says. Any number of threads may use one reader.
///
/// ```java
/// Picture cat = new PictureReader().read(Path.of("cat.jpg"));
/// ```
public final class PictureReader {
  /// Pictures with more pixels are refused unless the caller says otherwise.
  public static final int DEFAULT_MAX_MEGAPIXELS = 100;

  /// The same in pixels.
  public static final long DEFAULT_MAX_PIXELS = 100_000_000;

  /// No larger picture has room in one array.
  public static final int MOST_MEGAPIXELS = 700;

  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  /// Bytes in which the headers of most JPEG and PNG files end.
  private static final int SHORT_HEADER = 1 << 12;

  /// Bytes in which most headers end, with a small preview among them.
  private static final int USUAL_HEADER = 1 << 16;

  private static final double MEGA = 1e6;

  private final long maxPixels;
  private final Decoding decoding;
  private final @Nullable PictureCache cache;

  /// A reader with the default limit.
  public PictureReader() {
    this(DEFAULT_MAX_PIXELS);
  }

  /// @param maxPixels larger pictures are refused before any memory is spent on them
  /// @throws IllegalArgumentException if the limit is below 1
  public PictureReader(long maxPixels) {
    this(maxPixels, Decoding.EXACT, null);
  }

  private PictureReader(long maxPixels, Decoding decoding, @Nullable PictureCache cache) {
    if (maxPixels < 1) {
      throw new IllegalArgumentException("maxPixels = " + maxPixels + ": needs at least 1");
    }
    this.maxPixels = maxPixels;
    this.decoding = decoding;
    this.cache = cache;
  }

  /// A reader that refuses pictures of more than so many million pixels.
  ///
  /// @param megapixels at least 1
  public static PictureReader upTo(int megapixels) {
    return new PictureReader(megapixels * (long) MEGA);
  }

  /// The limit: larger pictures are refused.
  public long maxPixels() {
    return maxPixels;
  }

  /// The same reader, decoding what is brought to a frame in another way. Whatever is read in its
  /// own size is decoded exactly.
  public PictureReader with(Decoding other) {
    return new PictureReader(maxPixels, other, cache);
  }

  /// The same reader, taking what is read for a mix from a cache and keeping it there.
  public PictureReader with(PictureCache other) {
    return new PictureReader(maxPixels, decoding, other);
  }

  /// Loads the native library, which takes a third of a second, so that the first picture need not
  /// wait for it. To be called on a background thread when the program starts; reading does it too.
  ///
  /// Has to have returned before another library of JavaCPP's, such as ND4J, is started on another
  /// thread: their loading would get into each other's way. Whoever starts ND4J calls it first.
  public static void warmUp() {
    Natives.load();
  }

  /// [#warmUp] on a thread of its own, while there is other work to begin with.
  public static void warmUpAside() {
    Thread.ofPlatform().daemon().name("mixoscope-natives").start(PictureReader::warmUp);
  }

  /// Reads a picture file by its name, which may be none that this system allows.
  public Picture read(String file) throws PictureException {
    return read(FileBytes.named(file));
  }

  /// Reads a picture file.
  public Picture read(Path file) throws PictureException {
    return read(FileBytes.of(file), file.toString());
  }

  /// Decodes a picture that is in memory already.
  ///
  /// @param encoded the contents of a file. Not modified
  /// @param name what to call it in messages
  public Picture read(byte[] encoded, String name) throws PictureException {
    return read(encoded, name, 1);
  }

  /// Reads a picture file for a frame: no larger than it is needed where the [Decoding] permits.
  ///
  /// @param frame null for the picture's own
  /// @return to be brought to the frame by [Picture#in]
  public Picture read(String file, @Nullable Frame frame, Fit fit) throws PictureException {
    return read(FileBytes.of(FileBytes.named(file)), file, frame, fit);
  }

  /// The same for the contents of a file.
  ///
  /// @param encoded the contents. Not modified
  /// @param name what to call it in messages
  public Picture read(byte[] encoded, String name, @Nullable Frame frame, Fit fit)
      throws PictureException {
    return guarded(
        name,
        () -> {
          Encoded file = open(encoded);
          return picture(file, scale(file, frame, fit));
        });
  }

  private JpegScale scale(Encoded file, @Nullable Frame frame, Fit fit) {
    return decoding == Decoding.FAST && frame != null && file instanceof JpegFile jpeg
        ? jpeg.scale(frame, fit)
        : JpegScale.WHOLE;
  }

  /// Reads one of the pictures of a file: a page, a frame or a slice.
  ///
  /// @param page from 1
  public Picture readPage(Path file, int page) throws PictureException {
    return read(FileBytes.of(file), file.toString(), page);
  }

  private Picture read(byte[] encoded, String name, int page) throws PictureException {
    return guarded(name, () -> picture(open(encoded, page)));
  }

  /// Opens all pictures of a file, to be read one after another.
  ///
  /// Of NIfTI only one slice is in memory at a time; of TIFF and DICOM the file as it is stored,
  /// and one decoded page.
  ///
  /// @throws PictureException if it cannot be read, or its pictures are too large
  public PictureStack stack(Path file) throws PictureException {
    String name = file.toString();
    boolean nifti =
        guarded(name, () -> Format.of(FileBytes.of(file, Format.PREFIX)) == Format.NIFTI);
    if (nifti) {
      return NiftiStack.open(file, this);
    }
    byte[] bytes = FileBytes.of(file);
    return guarded(name, () -> new PageStack(name, open(bytes)));
  }

  /// Opens DICOM files that are the slices of one series, in whatever order they are given.
  ///
  /// @param folder where they are, for messages
  /// @param files at least one
  /// @throws PictureException if they are of several series or sizes, have no order, or one of them
  ///   cannot be read
  public PictureStack series(Path folder, List<Path> files) throws PictureException {
    return DicomSeries.open(folder, files, this);
  }

  /// What the header of a DICOM file says of its place in a series.
  DicomSlice slice(Path file) throws PictureException {
    byte[] beginning = FileBytes.of(file, USUAL_HEADER);
    try {
      return DicomSlice.of(file, beginning);
    } catch (BadData | IndexOutOfBoundsException e) {
      byte[] all = FileBytes.of(file); // behind a large preview
      return guarded(file.toString(), () -> DicomSlice.of(file, all));
    }
  }

  /// How many pictures there are in a file of one of the formats that may hold several.
  ///
  /// @throws PictureException if it cannot be read
  public int pages(Path file) throws PictureException {
    try (PictureStack stack = stack(file)) {
      return stack.count();
    }
  }

  static Picture picture(Encoded file) throws BadData {
    return picture(file, JpegScale.WHOLE);
  }

  static Picture picture(Encoded file, JpegScale scale) throws BadData {
    Decoded decoded = file instanceof JpegFile jpeg ? jpeg.decode(scale) : file.decode();
    Samples upright = Turning.turn(decoded.orientation(), decoded.samples());
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(decoded.traits());
    if (decoded.orientation() != Turn.UPRIGHT) {
      traits.add(Trait.ROTATED);
    }
    if (upright.transparent()) {
      traits.add(Trait.TRANSPARENT);
    }
    return new Picture(
        upright.pixels(),
        Origin.of(
            scale.isWhole() ? decoded.samples().frame() : file.frame(), decoded.orientation()),
        traits,
        decoded.stored(),
        scale.factor());
  }

  /// Reading of some kind.
  interface Reading<T> {
    T read() throws BadData, PictureException;
  }

  /// Whatever goes wrong, said about the file.
  static <T> T guarded(String name, Reading<T> reading) throws PictureException {
    try {
      return reading.read();
    } catch (BadData e) {
      throw e.about(name);
    } catch (IndexOutOfBoundsException e) {
      // Headers are read without asking at every field whether the file still goes on.
      throw BadData.damaged().about(name);
    } catch (OutOfMemoryError e) {
      throw ImageReason.NO_MEMORY.failure(e, name);
    }
  }

  /// Reads a picture file and brings it to a frame.
  ///
  /// @param frame null for the picture's own
  /// @param wanted which channels and depth
  /// @return HWC on the heap, as [Conversion#to] and after it [Fitter#fit] make it of
  ///   [#read(String)]
  public Fitted read(String file, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return read(FileBytes.named(file), frame, fit, wanted);
  }

  /// The same for a file of whatever file system.
  public Fitted read(Path file, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return read(FileBytes.of(file), file.toString(), frame, fit, wanted);
  }

  /// The same for the contents of a file.
  ///
  /// @param encoded the contents. Not modified
  /// @param name what to call it in messages
  public Fitted read(byte[] encoded, String name, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return guarded(
        name,
        () -> {
          Encoded file = open(encoded);
          Fitting fitting =
              new Fitting(
                  frame, fit, wanted.of(file.kind()), wanted.rescaled(), scale(file, frame, fit));
          return cache == null ? fitting.of(file) : cache.get(encoded, file, fitting);
        });
  }

  /// What the header of a picture file says; its pixels are not decoded.
  public Header header(String file) throws PictureException {
    return header(FileBytes.named(file));
  }

  /// The same for a file of whatever file system.
  public Header header(Path file) throws PictureException {
    return header(file.toString(), most -> FileBytes.of(file, most));
  }

  /// The beginning of what is in a file.
  @FunctionalInterface
  public interface Beginning {
    /// The first bytes, as many as asked for or all that there are.
    byte[] read(int most) throws PictureException;
  }

  /// The same for a picture that lies in a larger file.
  ///
  /// @param name what to call it in messages
  public Header header(String name, Beginning encoded) throws PictureException {
    for (int most : new int[] {SHORT_HEADER, USUAL_HEADER}) {
      byte[] beginning = encoded.read(most);
      try {
        if (most == USUAL_HEADER || Format.beginsShort(beginning)) {
          return Header.of(open(beginning));
        }
      } catch (BadData | IndexOutOfBoundsException e) {
        // Behind a preview, or at the end as TIFF may have it.
      }
    }
    byte[] all = encoded.read(Integer.MAX_VALUE);
    return guarded(name, () -> Header.of(open(all)));
  }

  /// Reads a mask: the brightness of a picture (Rec. 601 luma, rounded), one channel.
  ///
  /// Transparent parts count as white, as in every picture here.
  ///
  /// @return uint8 HWC with one channel, on the heap
  public Pixels readMask(Path file) throws PictureException {
    return read(file).as(PixelKind.GREY8);
  }

  /// Reads a picture file whose values stand for something: indices of whatever depth as they are
  /// stored, of a palette too; or opaque colours. Turned upright if the file says so.
  ///
  /// @throws PictureException also of kinds of files that may have changed values, such as JPEG
  public IndexPicture indices(String file) throws PictureException {
    return indices(FileBytes.named(file));
  }

  /// The same for a file of whatever file system.
  public IndexPicture indices(Path file) throws PictureException {
    return indices(FileBytes.of(file), file.toString());
  }

  /// The same for the contents of a file.
  ///
  /// @param encoded the contents. Not modified
  /// @param name what to call it in messages
  public IndexPicture indices(byte[] encoded, String name) throws PictureException {
    return guarded(
        name,
        () -> {
          Indexed found = open(encoded).indices();
          Samples upright = Turning.turn(found.orientation(), found.samples());
          return new IndexPicture(upright.pixels(), found.palette());
        });
  }

  private Encoded open(byte[] encoded) throws BadData {
    return open(encoded, 1);
  }

  private Encoded open(byte[] encoded, int page) throws BadData {
    if (encoded.length == 0) {
      throw new BadData(ImageReason.EMPTY);
    }
    Encoded first = Format.of(encoded).open(encoded);
    if (page < 1 || page > first.pages()) {
      throw new BadData(ImageReason.NO_SUCH_PAGE, page, first.pages());
    }
    return required(page == 1 ? first : first.page(page));
  }

  /// A picture that is not too large.
  Encoded required(Encoded file) throws BadData {
    Frame frame = file.frame();
    if (frame.pixels() > maxPixels) {
      throw new BadData(ImageReason.TOO_LARGE, frame, mega(frame.pixels()), mega(maxPixels));
    }
    // Grey may be wanted as colour.
    if (frame.pixels() > MAX_ARRAY / Math.max(3, file.kind().bytes())) {
      throw new BadData(ImageReason.TOO_LARGE_FOR_AN_ARRAY, frame, mega(frame.pixels()));
    }
    return file;
  }

  /// Megapixels with at most one decimal, pixels that are few with more.
  static String mega(long pixels) {
    double value = pixels / MEGA;
    String text = String.format(Locale.ROOT, value < 1 ? "%.6f" : "%.1f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}

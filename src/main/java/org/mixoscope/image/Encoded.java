package org.mixoscope.image;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// The bytes of a picture file of which only the header has been looked at, so that its size and
/// kind are known before memory is spent on it.
sealed interface Encoded
    permits BmpFile,
        DicomFile,
        GifFile,
        JpegFile,
        NiftiFile,
        PfmFile,
        PngFile,
        PnmFile,
        RadianceFile,
        TiffFile,
        WebpFile {

  /// Height and width as stored, before any turning.
  Frame frame();

  /// What is stored, with alpha laid on white: 1 or 3 channels, of the elements that hold the
  /// numbers.
  PixelKind kind();

  /// What the numbers are stored as.
  default NumberType type() {
    return NumberType.of(kind().type());
  }

  /// What the numbers stand for.
  default Scale scale() throws BadData {
    return Scale.NONE;
  }

  /// How it is turned upright, as far as the beginning of the file tells: JPEG's and TIFF's do.
  default Turn turn() throws BadData {
    return Turn.UPRIGHT;
  }

  /// How many pictures there are in the file that can be asked for.
  default int pages() {
    return 1;
  }

  /// Another picture of the file.
  ///
  /// @param number within [1, [#pages]]
  default Encoded page(int number) throws BadData {
    return this;
  }

  /// Checks that the file is complete, then decodes it.
  Decoded decode() throws BadData;

  /// What is stored at every pixel, whatever it looks like.
  ///
  /// @throws BadData also if files of this kind may have changed it
  default Indexed indices() throws BadData {
    throw new BadData(ImageReason.NO_INDICES);
  }

  /// Colours that stand for indices.
  static Indexed colours(Decoded decoded) throws BadData {
    if (decoded.samples().transparent() || decoded.samples().kind().depth() > Byte.SIZE) {
      throw new BadData(ImageReason.NO_INDEX_COLOURS);
    }
    return new Indexed(decoded.samples(), decoded.orientation(), null);
  }

  /// Indices or colours that stand for them, not turned yet.
  ///
  /// @param palette the colours of the indices; null if there is none
  record Indexed(Samples samples, Turn orientation, @Nullable Palette palette) {}

  /// A decoded picture, not turned yet.
  ///
  /// @param samples of the size of [#frame] and the [#kind]
  record Decoded(Samples samples, Turn orientation, Set<Trait> traits, Stored stored) {
    /// Light, the only picture of its file or the first.
    Decoded(Samples samples, Turn orientation, Set<Trait> traits) {
      this(samples, orientation, traits, Stored.plain(NumberType.of(samples.kind().type())));
    }
  }

  /// Bytes of a picture, its size and what they are.
  ///
  /// @param bytes HWC, without padding
  /// @param transparent whether a pixel was not opaque and had to be laid on white
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  record Samples(byte[] bytes, Frame frame, PixelKind kind, boolean transparent) {
    /// New memory for a picture.
    static byte[] room(Frame frame, PixelKind kind) {
      return new byte[Math.toIntExact(frame.pixels() * kind.bytes())];
    }

    /// A black picture.
    static Pixels empty(Frame frame, PixelKind kind) {
      return new Samples(room(frame, kind), frame, kind, false).pixels();
    }

    /// The same as the kernel has them; the bytes are shared, not copied.
    Pixels pixels() {
      return new Pixels(
          MemorySegment.ofArray(bytes),
          frame.height(),
          frame.width(),
          kind.channels(),
          kind.type(),
          Layout.HWC);
    }
  }
}

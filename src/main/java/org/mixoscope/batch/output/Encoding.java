package org.mixoscope.batch.output;

import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Depth;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.dataset.packed.NpyHeader;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;

/// How pixels are stored.
public sealed interface Encoding {
  /// What picture files have where nothing else is said.
  Jpeg USUAL = new Jpeg(95);

  /// As users write it.
  String id();

  /// How deep samples are for it.
  Depth depth();

  /// Whether there is a place for a recipe.
  boolean holdsRecipes();

  /// What users have written; `jpg` alone is [#USUAL].
  ///
  /// @throws IllegalArgumentException if it names no encoding or a quality out of range
  static Encoding of(String text) {
    return switch (text) {
      case "png" -> new Png();
      case "png16" -> Deep.PNG16;
      case "tiff" -> Deep.TIFF;
      case "npy" -> Deep.NPY;
      case "jpg" -> USUAL;
      case "uint8" -> Numbers.UINT8;
      case "uint16" -> Numbers.UINT16;
      case "float32" -> Numbers.FLOAT32;
      default -> jpeg(text);
    };
  }

  private static Encoding jpeg(String text) {
    if (!text.startsWith("jpg:")) {
      throw new IllegalArgumentException(
          "must be jpg:QUALITY, png, png16, tiff, npy, uint8, uint16 or float32");
    }
    try {
      return new Jpeg(Integer.parseInt(text.substring(4)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the quality of a JPEG must be within [1, 100]", e);
    }
  }

  /// A picture file.
  sealed interface File extends Encoding {
    /// The extension of its name, without the dot.
    String extension();

    /// The contents of the file.
    ///
    /// @param pixels HWC with 3 channels, or 1 for grey, of the [#depth]. Not modified
    /// @param recipe to be found again in the file; null for none
    byte[] encode(Pixels pixels, @Nullable String recipe);

    @Override
    default boolean holdsRecipes() {
      return this != Deep.NPY;
    }

    /// The same of a sample.
    default byte[] encode(Sample sample, @Nullable String recipe) {
      return encode(sample.pixels(), recipe);
    }
  }

  /// JPEG.
  ///
  /// @param quality 1…100
  record Jpeg(int quality) implements File {
    /// @throws IllegalArgumentException if the quality is out of range
    public Jpeg {
      if (quality < 1 || quality > 100) {
        throw new IllegalArgumentException("quality = " + quality + ": must be within [1, 100]");
      }
    }

    @Override
    public String id() {
      return "jpg:" + quality;
    }

    @Override
    public Depth depth() {
      return Depth.EIGHT;
    }

    @Override
    public String extension() {
      return "jpg";
    }

    @Override
    public byte[] encode(Pixels pixels, @Nullable String recipe) {
      return PictureWriter.jpeg(pixels, quality, recipe);
    }
  }

  /// PNG, which keeps every value.
  record Png() implements File {
    @Override
    public String id() {
      return "png";
    }

    @Override
    public Depth depth() {
      return Depth.EIGHT;
    }

    @Override
    public String extension() {
      return "png";
    }

    @Override
    public byte[] encode(Pixels pixels, @Nullable String recipe) {
      return PictureWriter.png(pixels, recipe);
    }
  }

  /// What keeps more than eight bits.
  enum Deep implements File {
    /// PNG of sixteen bits.
    PNG16("png16", "png", Depth.SIXTEEN),
    /// TIFF, of every type of numbers.
    TIFF("tiff", "tiff", Depth.KEEP),
    /// NumPy's arrays, of every type of numbers; they have no place for a recipe.
    NPY("npy", "npy", Depth.KEEP);

    private final String id;
    private final String extension;
    private final Depth depth;

    Deep(String id, String extension, Depth depth) {
      this.id = id;
      this.extension = extension;
      this.depth = depth;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String extension() {
      return extension;
    }

    @Override
    public Depth depth() {
      return depth;
    }

    @Override
    public byte[] encode(Pixels pixels, @Nullable String recipe) {
      return encode(pixels, NumberType.of(pixels.type()), recipe);
    }

    @Override
    public byte[] encode(Sample sample, @Nullable String recipe) {
      return encode(sample.pixels(), sample.type(), recipe);
    }

    private byte[] encode(Pixels pixels, NumberType type, @Nullable String recipe) {
      return switch (this) {
        case PNG16 -> PictureWriter.png(pixels, recipe);
        case TIFF -> PictureWriter.tiff(pixels, type, recipe);
        case NPY -> NpyHeader.array(pixels, type);
      };
    }
  }

  /// Plain numbers, for arrays.
  enum Numbers implements Encoding {
    /// 0…255.
    UINT8("uint8", "|u1", 1, Depth.EIGHT),
    /// 0…65535.
    UINT16("uint16", "<u2", Short.BYTES, Depth.SIXTEEN),
    /// 0…1, the bytes divided by 255.
    FLOAT32("float32", "<f4", Float.BYTES, Depth.EIGHT);

    private final String id;
    private final String descr;
    private final int bytes;
    private final Depth depth;

    Numbers(String id, String descr, int bytes, Depth depth) {
      this.id = id;
      this.descr = descr;
      this.bytes = bytes;
      this.depth = depth;
    }

    @Override
    public Depth depth() {
      return depth;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public boolean holdsRecipes() {
      return false;
    }

    /// As NumPy calls it.
    String descr() {
      return descr;
    }

    /// Bytes of a number.
    int bytes() {
      return bytes;
    }
  }
}

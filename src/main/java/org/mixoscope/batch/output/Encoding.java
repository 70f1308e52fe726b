package org.mixoscope.batch.output;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;

/// How pixels are stored.
public sealed interface Encoding {
  /// What picture files have where nothing else is said.
  Jpeg USUAL = new Jpeg(95);

  /// As users write it.
  String id();

  /// What users have written; `jpg` alone is [#USUAL].
  ///
  /// @throws IllegalArgumentException if it names no encoding or a quality out of range
  static Encoding of(String text) {
    return switch (text) {
      case "png" -> new Png();
      case "jpg" -> USUAL;
      case "uint8" -> Numbers.UINT8;
      case "float32" -> Numbers.FLOAT32;
      default -> jpeg(text);
    };
  }

  private static Encoding jpeg(String text) {
    if (!text.startsWith("jpg:")) {
      throw new IllegalArgumentException("must be jpg:QUALITY, png, uint8 or float32");
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
    /// @param pixels uint8 HWC with 3 channels, or 1 for grey. Not modified
    /// @param recipe to be found again in the file; null for none
    byte[] encode(Pixels pixels, @Nullable String recipe);
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
    public String extension() {
      return "png";
    }

    @Override
    public byte[] encode(Pixels pixels, @Nullable String recipe) {
      return PictureWriter.png(pixels, recipe);
    }
  }

  /// Plain numbers, for arrays.
  enum Numbers implements Encoding {
    /// 0…255.
    UINT8("uint8", "|u1", 1),
    /// 0…1, the bytes divided by 255.
    FLOAT32("float32", "<f4", Float.BYTES);

    private final String id;
    private final String descr;
    private final int bytes;

    Numbers(String id, String descr, int bytes) {
      this.id = id;
      this.descr = descr;
      this.bytes = bytes;
    }

    @Override
    public String id() {
      return id;
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

package org.mixoscope.batch.output;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;

/// How pixels are stored.
public sealed interface Encoding {
  /// As users write it.
  String id();

  /// A picture file.
  sealed interface File extends Encoding {
    /// The extension of its name, without the dot.
    String extension();

    /// The contents of the file.
    ///
    /// @param rgb uint8 HWC with 3 channels. Not modified
    /// @param recipe to be found again in the file; null for none
    byte[] encode(Pixels rgb, @Nullable String recipe);
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
    public byte[] encode(Pixels rgb, @Nullable String recipe) {
      return PictureWriter.jpeg(rgb, quality, recipe);
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
    public byte[] encode(Pixels rgb, @Nullable String recipe) {
      return PictureWriter.png(rgb, recipe);
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

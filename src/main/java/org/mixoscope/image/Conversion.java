package org.mixoscope.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// Pictures of one kind as another: grey is repeated, colour becomes its brightness (Rec. 601 luma,
/// rounded), sixteen bits are rounded to eight, eight are spread over sixteen; floats have numbers
/// as they are.
public final class Conversion {
  private static final int RGB = 3;

  // Thousandths, which add up to 1.
  private static final int RED = 299;
  private static final int GREEN = 587;
  private static final int BLUE = 114;
  private static final int WHOLE = 1000;

  private Conversion() {}

  /// A picture as another kind. Values change their type first, so that the brightness of sixteen
  /// bits as eight is that of the picture as eight bits.
  ///
  /// Numbers stay as they are where they become floats. Where floats become light, the least of
  /// them is black and the largest white.
  ///
  /// @param picture HWC of 1 or 3 channels. Not modified
  /// @param kind 1 or 3 channels
  /// @return new pixels on the heap, or `picture` itself if it is of that kind
  /// @throws IllegalArgumentException if the picture or the kind is another
  public static Pixels to(PixelKind kind, Pixels picture) {
    requirePicture(picture);
    if (!hasPictureChannels(kind.channels())) {
      throw new IllegalArgumentException("kind = " + kind + ": needs 1 or 3 channels");
    }
    Pixels typed = typed(kind.type(), picture);
    if (typed.channels() == kind.channels()) {
      return typed;
    }
    return kind.channels() == 1 ? brightness(typed) : repeated(typed);
  }

  private static Pixels typed(ElementType type, Pixels picture) {
    if (type == picture.type()) {
      return picture;
    }
    if (!type.isWhole()) {
      Pixels numbers = Samples.empty(picture.frame(), PixelKind.of(picture).with(type));
      for (long i = 0; i < picture.elements(); i++) {
        numbers.put(i, picture.number(i));
      }
      return numbers;
    }
    if (picture.type().isWhole()) {
      return picture.as(type);
    }
    Picture plain = new Picture(picture, Origin.of(picture.frame(), Turn.UPRIGHT), Set.of());
    return plain.window().shown(picture, Scale.NONE, type);
  }

  /// Refuses what is no picture here.
  ///
  /// @throws IllegalArgumentException if it is not HWC of 1 or 3 channels
  static void requirePicture(Pixels picture) {
    if (picture.layout() != Layout.HWC || !hasPictureChannels(picture.channels())) {
      throw new IllegalArgumentException("picture = " + picture + ": needs 1 or 3 channels HWC");
    }
  }

  /// Refuses what is no light from black to white, which most files have.
  ///
  /// @throws IllegalArgumentException if it is not uint8 or uint16 HWC of 1 or 3 channels
  static void requireLight(Pixels picture) {
    requirePicture(picture);
    if (!picture.type().isWhole()) {
      throw new IllegalArgumentException("picture = " + picture + ": needs UINT8 or UINT16");
    }
  }

  private static boolean hasPictureChannels(int channels) {
    return channels == 1 || channels == RGB;
  }

  private static Pixels repeated(Pixels grey) {
    MemorySegment rgb =
        switch (grey.type()) {
          case UINT8 -> MemorySegment.ofArray(repeated(bytes(grey)));
          case UINT16 -> MemorySegment.ofArray(repeated(chars(grey)));
          case FLOAT32, FLOAT64 -> repeatedFloats(grey).memory();
        };
    return over(rgb, grey, RGB);
  }

  private static byte[] repeated(byte[] grey) {
    byte[] rgb = new byte[Math.multiplyExact(grey.length, RGB)];
    for (int i = 0, at = 0; i < grey.length; i++, at += RGB) {
      rgb[at] = grey[i];
      rgb[at + 1] = grey[i];
      rgb[at + 2] = grey[i];
    }
    return rgb;
  }

  private static char[] repeated(char[] grey) {
    char[] rgb = new char[Math.multiplyExact(grey.length, RGB)];
    for (int i = 0, at = 0; i < grey.length; i++, at += RGB) {
      rgb[at] = grey[i];
      rgb[at + 1] = grey[i];
      rgb[at + 2] = grey[i];
    }
    return rgb;
  }

  private static Pixels brightness(Pixels rgb) {
    MemorySegment luma =
        switch (rgb.type()) {
          case UINT8 -> MemorySegment.ofArray(luma(bytes(rgb)));
          case UINT16 -> MemorySegment.ofArray(luma(chars(rgb)));
          case FLOAT32, FLOAT64 -> lumaOfFloats(rgb).memory();
        };
    return over(luma, rgb, 1);
  }

  private static byte[] luma(byte[] rgb) {
    byte[] luma = new byte[rgb.length / RGB];
    for (int i = 0, at = 0; i < luma.length; i++, at += RGB) {
      luma[i] = (byte) luma(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF);
    }
    return luma;
  }

  private static char[] luma(char[] rgb) {
    char[] luma = new char[rgb.length / RGB];
    for (int i = 0, at = 0; i < luma.length; i++, at += RGB) {
      luma[i] = (char) luma(rgb[at], rgb[at + 1], rgb[at + 2]);
    }
    return luma;
  }

  private static int luma(int red, int green, int blue) {
    return (RED * red + GREEN * green + BLUE * blue + WHOLE / 2) / WHOLE;
  }

  private static Pixels repeatedFloats(Pixels grey) {
    Pixels rgb = Samples.empty(grey.frame(), new PixelKind(RGB, grey.type()));
    for (long i = 0; i < rgb.elements(); i++) {
      rgb.put(i, grey.number(i / RGB));
    }
    return rgb;
  }

  private static Pixels lumaOfFloats(Pixels rgb) {
    Pixels luma = Samples.empty(rgb.frame(), new PixelKind(1, rgb.type()));
    for (long i = 0; i < luma.elements(); i++) {
      double red = RED * rgb.number(RGB * i);
      double green = GREEN * rgb.number(RGB * i + 1);
      luma.put(i, (red + green + BLUE * rgb.number(RGB * i + 2)) / WHOLE);
    }
    return luma;
  }

  private static byte[] bytes(Pixels picture) {
    return memory(picture).toArray(ValueLayout.JAVA_BYTE);
  }

  private static char[] chars(Pixels picture) {
    return memory(picture).toArray(ValueLayout.JAVA_CHAR_UNALIGNED);
  }

  private static MemorySegment memory(Pixels picture) {
    return picture.memory().asSlice(0, picture.byteSize());
  }

  /// @param like has the size and the type
  private static Pixels over(MemorySegment memory, Pixels like, int channels) {
    return new Pixels(memory, like.height(), like.width(), channels, like.type(), Layout.HWC);
  }
}

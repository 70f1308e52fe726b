package org.mixoscope.app.state;

import java.lang.foreign.ValueLayout;
import java.util.List;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;

/// Pictures brought to the frame, twice: as they are written to files (RGB) and as the screen wants
/// them (BGRA). The kernel mixes either; its result on screen is the memory that the screen shows.
///
/// @param inputs at the frame, RGB
/// @param screen the same, BGRA
public record Prepared(Inputs inputs, List<Pixels> screen) {
  public static final int SCREEN_CHANNELS = 4;

  /// Of pictures at a frame.
  ///
  /// @param inputs uint8 RGB
  public static Prepared of(Inputs inputs) {
    return new Prepared(inputs, inputs.sources().stream().map(Prepared::toScreen).toList());
  }

  /// New memory that the kernel can mix the screen's pictures into.
  public Pixels newOutput() {
    return screen.getFirst().allocateLike();
  }

  /// A picture of one colour that can be mixed with the screen's.
  Pixels uniform(int rgb) {
    byte[] bytes = new byte[Math.toIntExact(inputs.frame().pixels() * SCREEN_CHANNELS)];
    for (int i = 0; i < bytes.length; i += SCREEN_CHANNELS) {
      bytes[i] = (byte) rgb;
      bytes[i + 1] = (byte) (rgb >> 8);
      bytes[i + 2] = (byte) (rgb >> 16);
      bytes[i + 3] = (byte) 0xFF;
    }
    return Pixels.of(bytes, inputs.frame(), SCREEN_CHANNELS);
  }

  /// Opaque BGRA of one uint8 channel.
  public static Pixels grey(Pixels mask) {
    byte[] from = mask.memory().asSlice(0, mask.byteSize()).toArray(ValueLayout.JAVA_BYTE);
    byte[] to = new byte[Math.toIntExact(mask.frame().pixels() * SCREEN_CHANNELS)];
    for (int i = 0, o = 0; i < from.length; i++, o += SCREEN_CHANNELS) {
      to[o] = from[i];
      to[o + 1] = from[i];
      to[o + 2] = from[i];
      to[o + 3] = (byte) 0xFF;
    }
    return Pixels.of(to, mask.frame(), SCREEN_CHANNELS);
  }

  /// Opaque BGRA of uint8 RGB.
  public static Pixels toScreen(Pixels rgb) {
    if (rgb.channels() != 3 || rgb.type() != ElementType.UINT8 || rgb.layout() != Layout.HWC) {
      throw new IllegalArgumentException("pixels = " + rgb + ": must be uint8 RGB, HWC");
    }
    Frame frame = rgb.frame();
    byte[] from = rgb.memory().asSlice(0, rgb.byteSize()).toArray(ValueLayout.JAVA_BYTE);
    byte[] to = new byte[Math.toIntExact(frame.pixels() * SCREEN_CHANNELS)];
    for (int i = 0, o = 0; i < from.length; i += 3, o += SCREEN_CHANNELS) {
      to[o] = from[i + 2];
      to[o + 1] = from[i + 1];
      to[o + 2] = from[i];
      to[o + 3] = (byte) 0xFF;
    }
    return Pixels.of(to, frame, SCREEN_CHANNELS);
  }
}

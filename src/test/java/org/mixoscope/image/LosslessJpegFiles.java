package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Grey JPEG of 16 bits without loss, in which every size of a difference has a code of five bits.
final class LosslessJpegFiles {
  private static final int SIZES = 17;
  private static final int CODE = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int count;

  private LosslessJpegFiles() {}

  /// @param numbers row by row; their signs are lost on JPEG
  static byte[] encode(short[] numbers, int width, int predictor) {
    LosslessJpegFiles file = new LosslessJpegFiles();
    file.pairs(0xFFD8, 0xFFC4, 2 + 17 + SIZES);
    file.out.write(0);
    for (int length = 1; length <= 16; length++) {
      file.out.write(length == CODE ? SIZES : 0);
    }
    for (int size = 0; size < SIZES; size++) {
      file.out.write(size);
    }
    file.pairs(0xFFC3, 11);
    file.out.write(16);
    file.pairs(numbers.length / width, width);
    file.out.writeBytes(new byte[] {1, 1, 0x11, 0});
    file.pairs(0xFFDA, 8);
    file.out.writeBytes(new byte[] {1, 1, 0, (byte) predictor, 0, 0});
    for (int i = 0; i < numbers.length; i++) {
      file.difference(numbers[i] - guess(numbers, i, width, predictor) & 0xFFFF);
    }
    file.bits(-1, (8 - file.count) % 8);
    file.pairs(0xFFD9);
    return file.out.toByteArray();
  }

  private static int guess(short[] all, int i, int width, int predictor) {
    if (i == 0) {
      return 1 << 15;
    }
    int left = all[i - 1] & 0xFFFF;
    if (i < width) {
      return left;
    }
    int above = all[i - width] & 0xFFFF;
    if (i % width == 0) {
      return above;
    }
    int corner = all[i - width - 1] & 0xFFFF;
    return new int[] {
          left,
          above,
          corner,
          left + above - corner,
          left + (above - corner >> 1),
          above + (left - corner >> 1),
          left + above >> 1
        }
        [predictor - 1];
  }

  private void difference(int value) {
    int signed = value > 1 << 15 ? value - (1 << 16) : value;
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(signed));
    bits(size, CODE);
    if (size < 16) {
      bits(signed < 0 ? signed + (1 << size) - 1 : signed, size);
    }
  }

  private void bits(int value, int length) {
    for (int bit = length - 1; bit >= 0; bit--) {
      held = held << 1 | (value >> bit & 1);
      count++;
      if (count == 8) {
        out.write(held);
        if ((held & 0xFF) == 0xFF) {
          out.write(0);
        }
        held = 0;
        count = 0;
      }
    }
  }

  private void pairs(int... values) {
    for (int value : values) {
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
    }
  }
}

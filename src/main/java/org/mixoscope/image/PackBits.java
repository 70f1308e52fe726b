package org.mixoscope.image;

import java.util.Arrays;

/// The runs of bytes that TIFF and DICOM have.
final class PackBits {
  private PackBits() {}

  /// Unpacks until a block is full or there is no more.
  ///
  /// @param block Modified
  /// @return how many bytes of it were filled
  static int unpack(byte[] packed, byte[] block) {
    int filled = 0;
    for (int at = 0; filled < block.length && at + 1 < packed.length; ) {
      int head = packed[at++];
      if (head == -128) {
        continue;
      }
      int count = Math.min((head < 0 ? -head : head) + 1, block.length - filled);
      if (head < 0) {
        Arrays.fill(block, filled, filled + count, packed[at++]);
      } else {
        count = Math.min(count, packed.length - at);
        System.arraycopy(packed, at, block, filled, count);
        at += head + 1;
      }
      filled += count;
    }
    return filled;
  }
}

package org.mixoscope.image;

/// Unpacks LZW of every kind that picture files have.
///
/// A string of the table is the one before it and one byte more, so it lies in what has been
/// unpacked already: the table holds where, and how long.
enum Lzw {
  /// Low bits first; a code gets longer when the table is full.
  GIF(false, 0),
  /// High bits first; a code gets longer one entry early.
  TIFF(true, 1),
  /// As some early writers of TIFF did it.
  OLD_TIFF(false, 0);

  private static final int MAX_BITS = 12;

  private final boolean highBitsFirst;
  private final int early;

  Lzw(boolean highBitsFirst, int early) {
    this.highBitsFirst = highBitsFirst;
    this.early = early;
  }

  /// How many values can be in some bytes at most: strings of 4096, codes of three bits or more.
  static long most(int packed) {
    return (packed * 8L / 3) << MAX_BITS;
  }

  /// Unpacks until the end code, the end of the data or that of the room.
  ///
  /// @param rootBits of the values that are packed, 1 to 8
  /// @param out room for the values. Modified
  /// @return how many there are
  /// @throws BadData if a code means nothing
  int unpack(byte[] packed, int rootBits, byte[] out) throws BadData {
    int clear = 1 << rootBits;
    int end = clear + 1;
    int[] starts = new int[1 << MAX_BITS];
    int[] lengths = new int[1 << MAX_BITS];
    int next = end + 1;
    int bits = rootBits + 1;
    int last = 0;
    int filled = 0;
    int window = 0;
    int waiting = 0;
    int at = 0;
    while (filled < out.length) {
      while (waiting < bits) {
        if (at == packed.length) {
          return filled;
        }
        int octet = packed[at++] & 0xFF;
        window = highBitsFirst ? window << 8 | octet : window | octet << waiting;
        waiting += 8;
      }
      waiting -= bits;
      int code = (highBitsFirst ? window >>> waiting : window) & (1 << bits) - 1;
      window >>>= highBitsFirst ? 0 : bits;
      if (code == end) {
        break;
      }
      if (code == clear) {
        next = end + 1;
        bits = rootBits + 1;
        last = 0;
        continue;
      }
      if (last > 0 && next < starts.length) {
        starts[next] = filled - last;
        lengths[next++] = last + 1;
      }
      if (code >= next || (code > end && last == 0)) {
        throw BadData.damaged();
      }
      if (code < clear) {
        out[filled] = (byte) code;
        last = 1;
      } else {
        last = Math.min(lengths[code], out.length - filled);
        // The newest string ends with the byte that is written first.
        for (int i = 0, from = starts[code]; i < last; i++) {
          out[filled + i] = out[from + i];
        }
      }
      filled += last;
      if (next + early == 1 << bits && bits < MAX_BITS) {
        bits++;
      }
    }
    return filled;
  }
}

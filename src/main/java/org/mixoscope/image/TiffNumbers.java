package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;

/// The numbers of a TIFF as they are stored: with a sign, of 32 bits or more, or floats. They are
/// light only in name, so nothing is scaled.
///
/// @param type what holds them
/// @param bits of a stored one: 16 of singles that are stored as halves
/// @param isDeep whether they are such; else [TiffColours] has them
record TiffNumbers(Ifd ifd, NumberType type, int bits, int samples, boolean isDeep) {
  private static final int BITS = 258;
  private static final int PLANAR = 284;
  private static final int PREDICTOR = 317;
  private static final int SAMPLE_FORMAT = 339;

  private static final int WHOLE = 1;
  private static final int SIGNED = 2;
  private static final int FLOATS = 3;
  private static final int UNDEFINED = 4;

  static TiffNumbers of(Ifd ifd, int bits, int samples, int photometric) {
    int format = (int) ifd.value(SAMPLE_FORMAT, WHOLE);
    boolean lab = photometric == TiffColours.CIE_LAB || photometric == TiffColours.ICC_LAB;
    boolean deep =
        !lab
            && (format == SIGNED
                || format == FLOATS
                || (bits == Integer.SIZE && (format == WHOLE || format == UNDEFINED)));
    NumberType type =
        switch (deep ? format : WHOLE) {
          case SIGNED ->
              bits == Byte.SIZE
                  ? NumberType.INT8
                  : bits == Short.SIZE ? NumberType.INT16 : NumberType.INT32;
          case FLOATS -> bits == Double.SIZE ? NumberType.FLOAT64 : NumberType.FLOAT32;
          default ->
              deep ? NumberType.UINT32 : bits == Short.SIZE ? NumberType.UINT16 : NumberType.UINT8;
        };
    return new TiffNumbers(ifd, type, bits, samples, deep);
  }

  /// What the file says of the numbers of a type.
  static int format(NumberType type) {
    return switch (type) {
      case UINT8, UINT16, UINT32 -> WHOLE;
      case INT8, INT16, INT32 -> SIGNED;
      case FLOAT32, FLOAT64 -> FLOATS;
    };
  }

  /// Refuses what is not read.
  void require(int photometric) throws BadData {
    boolean alike =
        LongStream.of(ifd.values(BITS)).allMatch(each -> each == bits)
            && LongStream.of(ifd.values(SAMPLE_FORMAT)).distinct().count() <= 1;
    if (!alike) {
      throw BadData.unsupported(Unsupported.TIFF_OF_SEVERAL_DEPTHS);
    }
    if (!TiffBlocks.unpacks(ifd, 0)) {
      throw BadData.unsupported(Unsupported.TIFF_OF_COMPRESSION, TiffBlocks.compression(ifd));
    }
    boolean known =
        switch (bits) {
          case Byte.SIZE, Short.SIZE, Integer.SIZE -> true;
          case Double.SIZE -> type == NumberType.FLOAT64;
          default -> false;
        };
    boolean arranged =
        photometric == TiffColours.RGB
            ? samples == 3
            : photometric == TiffColours.GRAY && samples == 1;
    boolean plain = ifd.value(PLANAR, 1) == 1 && ifd.value(PREDICTOR, 1) == 1;
    if (!known || !arranged || (bits == Double.SIZE && !plain)) {
      throw BadData.unsupported(Unsupported.RARELY_ARRANGED_TIFF, samples, bits);
    }
  }

  /// @param kind of the elements that hold the numbers
  Samples read(byte[] file, Frame frame, PixelKind kind) throws BadData {
    boolean halves = bits == Double.SIZE;
    // Doubles come as two numbers of 32 bits, in the order of the file.
    TiffBlocks blocks =
        halves
            ? new TiffBlocks(file, ifd, frame, Integer.SIZE, 2 * samples)
            : new TiffBlocks(file, ifd, frame, bits, samples);
    byte[] room = Samples.room(frame, kind);
    ByteBuffer out = ByteBuffer.wrap(room).order(ByteOrder.nativeOrder());
    blocks.forEachRow(
        values -> {
          if (halves) {
            putDoubles(values, file[0] == 'M', out);
          } else {
            for (int value : values) {
              put(value, out);
            }
          }
        });
    return new Samples(room, frame, kind, false);
  }

  private static void putDoubles(int[] halves, boolean highFirst, ByteBuffer out) {
    for (int i = 0; i < halves.length; i += 2) {
      long high = halves[highFirst ? i : i + 1];
      long low = halves[highFirst ? i + 1 : i] & 0xFFFFFFFFL;
      out.putDouble(Double.longBitsToDouble(high << Integer.SIZE | low));
    }
  }

  private void put(int value, ByteBuffer out) {
    switch (type) {
      case INT8 -> out.putDouble((byte) value);
      case INT16 -> out.putDouble((short) value);
      case INT32 -> out.putDouble(value);
      case UINT32 -> out.putDouble((double) (value & 0xFFFFFFFFL));
      case FLOAT32 ->
          out.putFloat(
              bits == Short.SIZE
                  ? Float.float16ToFloat((short) value)
                  : Float.intBitsToFloat(value));
      case UINT8, UINT16, FLOAT64 -> throw new IllegalStateException("type = " + type);
    }
  }
}

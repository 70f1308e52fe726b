package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;

/// Strips and tiles of a TIFF that are JPEG files, most without their tables, which all share.
final class TiffJpeg {
  private static final int PHOTOMETRIC = 262;
  private static final int TABLES = 347;

  /// Luma and chroma, as in most JPEG files.
  static final int LUMA_CHROMA = 6;

  /// What a JPEG begins and ends with.
  private static final int MARK = 2;

  private final byte[] tables;
  private final boolean chroma;

  TiffJpeg(Ifd ifd) {
    long[] values = ifd.values(TABLES);
    this.tables = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      tables[i] = (byte) values[i];
    }
    this.chroma = ifd.value(PHOTOMETRIC, 0) == LUMA_CHROMA;
  }

  /// Unpacks a block.
  ///
  /// @param block the largest that it may be; the last ones may be lower
  /// @param samples 1 for grey, 3 for colours
  /// @return RGB or grey, row by row
  byte[] unpack(byte[] packed, Frame block, int samples) throws BadData {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    if (tables.length > 2 * MARK) {
      whole.write(tables, MARK, tables.length - 2 * MARK);
    }
    whole.write(packed, MARK, packed.length - MARK);
    JpegFile jpeg = JpegFile.open(JpegFile.saying(chroma, whole.toByteArray()));
    Frame frame = jpeg.frame();
    if (frame.width() != block.width()
        || frame.height() > block.height()
        || jpeg.kind().channels() != samples) {
      throw BadData.damaged();
    }
    Samples decoded = jpeg.decode().samples();
    return decoded.bytes();
  }
}

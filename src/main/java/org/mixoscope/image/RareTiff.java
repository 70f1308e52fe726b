package org.mixoscope.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;

/// TIFF that OpenCV refuses (two and four bits a pixel) or of which it loses the alpha (grey with
/// alpha), by the JDK's own reader. That one in turn refuses the usual compression of sixteen bits,
/// or it could do all.
final class RareTiff {
  private RareTiff() {}

  /// @param kind what the header says
  /// @param alpha what the second channel means, if there are two
  static Samples decode(byte[] bytes, Frame frame, PixelKind kind, Alpha alpha) throws BadData {
    BufferedImage image = read(bytes);
    boolean palette = image.getColorModel() instanceof IndexColorModel;
    Raster raster = image.getRaster();
    boolean grayAlpha =
        raster.getNumBands() == 2 && raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE;
    if (image.getWidth() != frame.width()
        || image.getHeight() != frame.height()
        || !(palette || grayAlpha)) {
      throw BadData.damaged();
    }
    byte[] out = Samples.room(frame, kind);
    Flattening flattening = new Flattening(4, alpha, OptionalInt.empty(), kind, out);
    int[] row = new int[frame.width() * 2];
    byte[] bgra = new byte[frame.width() * 4];
    for (int y = 0; y < frame.height(); y++) {
      if (palette) {
        image.getRGB(0, y, frame.width(), 1, row, 0, frame.width());
      } else {
        raster.getPixels(0, y, frame.width(), 1, row);
      }
      for (int x = 0; x < frame.width(); x++) {
        int argb = palette ? row[x] : row[2 * x + 1] << 24 | row[2 * x] * 0x010101;
        bgra[4 * x] = (byte) argb;
        bgra[4 * x + 1] = (byte) (argb >> 8);
        bgra[4 * x + 2] = (byte) (argb >> 16);
        bgra[4 * x + 3] = (byte) (argb >>> 24);
      }
      flattening.add(bgra);
    }
    return new Samples(out, frame, kind, flattening.foundTransparency());
  }

  private static BufferedImage read(byte[] bytes) throws BadData {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
    if (!readers.hasNext()) {
      throw BadData.unsupported(Unsupported.RARE_TIFF);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IOException | RuntimeException e) {
      // The reader answers bad data with whatever its arithmetic stumbles over.
      throw BadData.damaged();
    } finally {
      reader.dispose();
    }
  }
}

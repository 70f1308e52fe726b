package org.mixoscope.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Picture files made by hand or by the JDK, so that OpenCV is not its own witness.
final class PictureFiles {
  /// A row of four blocks above another, 8×8 pixels each; JPEG keeps them apart.
  static final int[] COLOURS = {
    0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x000000, 0xC86432, 0x0A141E, 0x808080
  };

  static final int BLOCK = 8;

  private PictureFiles() {}

  /// The blocks as an image of this kind.
  static BufferedImage blocks(int type) {
    BufferedImage image = new BufferedImage(4 * BLOCK, 2 * BLOCK, type);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, 0xFF000000 | colourAt(y, x));
      }
    }
    return image;
  }

  static int colourAt(int y, int x) {
    return COLOURS[y / BLOCK * 4 + x / BLOCK];
  }

  /// The blocks as the reader should give them.
  static Pixels blockPixels() {
    byte[] rgb = new byte[4 * BLOCK * 2 * BLOCK * 3];
    int at = 0;
    for (int y = 0; y < 2 * BLOCK; y++) {
      for (int x = 0; x < 4 * BLOCK; x++) {
        for (int shift = 16; shift >= 0; shift -= 8) {
          rgb[at++] = (byte) (colourAt(y, x) >> shift);
        }
      }
    }
    return Pixels.of(rgb, new Frame(2 * BLOCK, 4 * BLOCK), 3);
  }

  /// A file written by the JDK.
  static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format + " cannot hold this image");
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A file written by the JDK with settings.
  ///
  /// @param compression a name the format knows, or null
  static byte[] encode(IIOImage image, String format, String compression, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    if (compression != null) {
      settings.setCompressionType(compression);
    }
    settings.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, settings);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// A PNG of unfiltered rows.
  ///
  /// @param rows the packed samples of each row
  /// @param extra finished chunks to stand before the pixels
  static byte[] png(int width, int bits, int colourType, byte[][] rows, byte[]... extra) {
    try {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
        for (byte[] row : rows) {
          deflater.write(0);
          deflater.write(row);
        }
      }
      ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(rows.length);
      header.put((byte) bits).put((byte) colourType);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      file.writeBytes(chunk("IHDR", header.array()));
      for (byte[] each : extra) {
        file.writeBytes(each);
      }
      file.writeBytes(chunk("IDAT", packed.toByteArray()));
      file.writeBytes(chunk("IEND"));
      return file.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] chunk(String name, byte... data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    for (char letter : name.toCharArray()) {
      chunk.put((byte) letter);
    }
    chunk.put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, data.length + 4);
    return chunk.putInt((int) crc.getValue()).array();
  }

  /// An EXIF block that holds nothing but the orientation.
  static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
    byte mark = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
    tiff.put(mark).put(mark).putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    return tiff.array();
  }

  /// The JPEG with an EXIF segment in front.
  static byte[] withExif(byte[] jpeg, byte[] exif) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 10 + exif.length).put(jpeg, 0, 2);
    out.putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
    out.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  /// A bitmap without a palette.
  ///
  /// @param height negative for rows from the top
  /// @param masks for compression 3: red, green, blue
  static byte[] bmp(int width, int height, int bits, byte[] rows, int... masks) {
    int start = 54 + masks.length * 4;
    ByteBuffer out = ByteBuffer.allocate(start + rows.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(start);
    out.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
    out.putInt(masks.length == 0 ? 0 : 3).putInt(rows.length).position(54);
    Arrays.stream(masks).forEach(out::putInt);
    return out.put(rows).array();
  }

  /// A bitmap of coded runs: 4 or 8 bits a pixel, rows from the bottom.
  ///
  /// @param palette 0xRRGGBB
  static byte[] runs(int width, int height, int bits, int[] palette, int... runs) {
    int start = 54 + palette.length * 4;
    ByteBuffer out = ByteBuffer.allocate(start + runs.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(start);
    out.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
    out.putInt(bits == 8 ? 1 : 2).putInt(runs.length).putLong(0).putInt(palette.length).putInt(0);
    Arrays.stream(palette).forEach(out::putInt);
    return out.put(bytes(runs)).array();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}

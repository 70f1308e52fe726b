package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.image.PictureFiles.blockPixels;
import static org.mixoscope.image.PictureFiles.exif;
import static org.mixoscope.image.PictureFiles.withExif;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Pictures stand upright, whatever the camera was held like.
class OrientationTest {
  private static final byte[] JPEG =
      PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_INT_RGB), "jpeg");

  private final PictureReader reader = new PictureReader();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void jpegIsTurned(int orientation) throws PictureException {
    Pixels stored = reader.read(JPEG, "jpeg").pixels();
    ByteOrder order = orientation % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Picture picture = reader.read(withExif(JPEG, exif(orientation, order)), "exif.jpg");
    assertTurned(stored, orientation, picture);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void pngIsTurned(int orientation) throws PictureException {
    byte[] png = PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_INT_RGB), "png");
    byte[] chunk = PictureFiles.chunk("eXIf", exif(orientation, ByteOrder.BIG_ENDIAN));
    assertTurned(blockPixels(), orientation, reader.read(withChunk(png, chunk), "exif.png"));
  }

  /// The chunk after the header.
  static byte[] withChunk(byte[] png, byte[] chunk) {
    return ByteBuffer.allocate(png.length + chunk.length)
        .put(png, 0, 33)
        .put(chunk)
        .put(png, 33, png.length - 33)
        .array();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void tiffIsTurned(int orientation) throws PictureException {
    byte[] file = tiff(orientation);
    Pixels stored = Pixels.of(PictureFiles.bytes(10, 20), new Frame(1, 2), 1);
    assertTurned(stored, orientation, reader.read(file, "turned.tif"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void deepPicturesAreTurned(int orientation) throws PictureException {
    Pixels stored = FitterTest.deepNoise(new Frame(37, 41), 3, orientation);
    byte[] png = PictureWriter.png(stored, null);
    byte[] chunk = PictureFiles.chunk("eXIf", exif(orientation, ByteOrder.BIG_ENDIAN));
    assertTurned(stored, orientation, reader.read(withChunk(png, chunk), "deep.png"));
  }

  @Test
  void orientationsThatDoNotExistAreUpright() throws PictureException {
    for (int orientation : new int[] {0, 9, 300}) {
      byte[] file = withExif(JPEG, exif(orientation, ByteOrder.LITTLE_ENDIAN));
      assertEquals(Set.of(), reader.read(file, "odd.jpg").traits());
    }
  }

  @Test
  void brokenExifDoesNoHarm() throws PictureException {
    byte[] exif = exif(6, ByteOrder.BIG_ENDIAN);
    ByteBuffer.wrap(exif).putInt(4, 0x7FFFFFF0);
    assertEquals(Set.of(), reader.read(withExif(JPEG, exif), "broken.jpg").traits());
  }

  private static void assertTurned(Pixels stored, int orientation, Picture picture) {
    assertEquals(orientation > 1, picture.traits().contains(Trait.ROTATED));
    assertTrue(picture.pixels().sameAs(turned(stored, orientation)), "orientation " + orientation);
    for (int y = 0; y < stored.height(); y++) {
      for (int x = 0; x < stored.width(); x++) {
        int column = (int) picture.origin().x(x + 0.5, y + 0.5);
        int row = (int) picture.origin().y(x + 0.5, y + 0.5);
        assertTrue(stored.pixelAt(y, x).sameAs(picture.pixels().pixelAt(row, column)));
      }
    }
  }

  /// What the EXIF standard says: where the first row and the first column of the stored picture
  /// belong.
  private static Pixels turned(Pixels stored, int orientation) {
    int h = stored.height();
    int w = stored.width();
    Frame frame = orientation < 5 ? new Frame(h, w) : new Frame(w, h);
    Pixels turned = Fitter.fit(stored, frame, Fit.STRETCH).allocateLike();
    long size = PixelKind.of(stored).bytes();
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int row =
            switch (orientation) {
              case 1, 2 -> y;
              case 3, 4 -> h - 1 - y;
              case 5, 6 -> x;
              default -> w - 1 - x;
            };
        int column =
            switch (orientation) {
              case 1, 4 -> x;
              case 2, 3 -> w - 1 - x;
              case 5, 8 -> y;
              default -> h - 1 - y;
            };
        MemorySegment.copy(
            stored.memory(),
            (y * w + x) * size,
            turned.memory(),
            (row * frame.width() + column) * size,
            size);
      }
    }
    return turned;
  }

  /// Two grey pixels, 10 and 20, uncompressed.
  private static byte[] tiff(int orientation) {
    int[][] tags = {
      {256, 2},
      {257, 1},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, 8},
      {274, orientation},
      {277, 1},
      {278, 1},
      {279, 2}
    };
    ByteBuffer file =
        ByteBuffer.allocate(10 + 2 + tags.length * 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(10);
    file.put((byte) 10).put((byte) 20).putShort((short) tags.length);
    for (int[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) 3).putInt(1).putInt(tag[1]);
    }
    return file.array();
  }
}

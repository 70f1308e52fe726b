package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.image.PictureFiles.exif;
import static org.mixoscope.image.PictureFiles.withExif;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Large JPEGs decoded smaller look like those decoded whole, and nothing else is.
class FastDecodingTest {
  private static final Wanted COLOUR = _ -> PixelKind.RGB8;
  private static final int HIGH = 1501;
  private static final int WIDE = 2003;
  private static final Map<Frame, byte[]> FILES = new ConcurrentHashMap<>();

  private final PictureReader exact = new PictureReader();
  private final PictureReader fast = exact.with(Decoding.FAST);

  /// A JPEG with what photographs have: edges, and waves that are the weaker the finer they are.
  private static byte[] photo(Frame size) {
    return FILES.computeIfAbsent(size, s -> PictureWriter.jpeg(painted(s), 92, null));
  }

  private static Pixels painted(Frame size) {
    Random random = new Random(7);
    float[] light = new float[(int) size.pixels() * 3];
    for (int grain = 512, strength = 50; grain >= 2; grain /= 2, strength = strength * 5 / 9) {
      int across = size.width() / grain + 2;
      float[] knots = new float[across * (size.height() / grain + 2) * 3];
      for (int i = 0; i < knots.length; i++) {
        knots[i] = (float) (strength * (random.nextDouble() - 0.5));
      }
      for (int y = 0; y < size.height(); y++) {
        float down = (float) (y % grain) / grain;
        for (int x = 0; x < size.width(); x++) {
          float right = (float) (x % grain) / grain;
          for (int c = 0; c < 3; c++) {
            int knot = ((y / grain) * across + x / grain) * 3 + c;
            int below = knot + across * 3;
            light[(y * size.width() + x) * 3 + c] +=
                (1 - down) * ((1 - right) * knots[knot] + right * knots[knot + 3])
                    + down * ((1 - right) * knots[below] + right * knots[below + 3]);
          }
        }
      }
    }
    byte[] bytes = new byte[light.length];
    for (int i = 0; i < bytes.length; i++) {
      int x = i / 3 % size.width();
      int y = i / 3 / size.width();
      boolean inside =
          Math.hypot(x - size.width() * 0.4, y - size.height() * 0.6) < size.height() / 5.0;
      bytes[i] = (byte) Math.clamp(Math.round(light[i] + (inside ? 170 : 110)), 0, 255);
    }
    return Pixels.of(bytes, size, 3);
  }

  private static double decibels(Pixels a, Pixels b) {
    assertEquals(a.frame(), b.frame());
    double sum = 0;
    for (long i = 0; i < a.elements(); i++) {
      sum += Math.pow(a.number(i) - b.number(i), 2);
    }
    return 10 * Math.log10(255 * 255 * a.elements() / sum);
  }

  private Pixels in(PictureReader reader, byte[] file, Frame frame, Fit fit)
      throws PictureException {
    return reader.read(file, "photo", frame, fit, COLOUR).pixels();
  }

  private int factor(byte[] file, Frame frame, Fit fit) throws PictureException {
    return fast.read(file, "photo", frame, fit).factor();
  }

  @Test
  void largePhotographsKeep55Decibels() throws PictureException {
    byte[] file = photo(new Frame(HIGH - 1, WIDE - 3));
    List<Integer> factors = new ArrayList<>();
    for (int side : new int[] {187, 93, 46}) {
      Frame frame = new Frame(side, side);
      factors.add(factor(file, frame, Fit.COVER));
      double decibels =
          decibels(in(exact, file, frame, Fit.COVER), in(fast, file, frame, Fit.COVER));
      assertTrue(decibels >= 55, side + ": " + decibels);
      assertTrue(decibels < 99, "else nothing was decoded smaller");
    }
    assertEquals(List.of(2, 4, 8), factors);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnedPicturesOfOddSizesLieWhereTheyLieExactly(int orientation) throws PictureException {
    byte[] file =
        withExif(photo(new Frame(HIGH, WIDE)), exif(orientation, ByteOrder.LITTLE_ENDIAN));
    for (Fit fit : Fit.values()) {
      Frame frame = new Frame(41, 44);
      assertTrue(factor(file, frame, fit) > 1);
      double decibels = decibels(in(exact, file, frame, fit), in(fast, file, frame, fit));
      assertTrue(decibels >= 52, fit + ": " + decibels);
    }
  }

  /// A ramp tells by its values how far it was shifted. Its steps are none of the blocks of a JPEG,
  /// all of which would be rounded alike.
  @ParameterizedTest
  @EnumSource
  void nothingIsShiftedByHalfAPixelOfTheFile(Fit fit) throws PictureException {
    Frame size = new Frame(1021, 1019);
    byte[] bytes = new byte[(int) size.pixels()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ((i % size.width() + i / size.width()) / 9);
    }
    byte[] ramp = PictureWriter.jpeg(Pixels.of(bytes, size, 1), 100, null);
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] file = withExif(ramp, exif(orientation, ByteOrder.BIG_ENDIAN));
      Frame frame = new Frame(60, 31);
      assertTrue(factor(file, frame, fit) > 1);
      Pixels whole = in(exact, file, frame, fit);
      Pixels smaller = in(fast, file, frame, fit);
      double off = 0;
      for (long i = 0; i < whole.elements(); i++) {
        off += whole.number(i) - smaller.number(i);
      }
      // A level is nine pixels.
      assertTrue(Math.abs(off / whole.elements()) < 0.5 / 9, orientation + ": " + off);
    }
  }

  @Property(tries = 500)
  void fourfoldShrinkingIsLeft(
      @ForAll @IntRange(min = 1, max = 9000) int high,
      @ForAll @IntRange(min = 1, max = 9000) int wide,
      @ForAll @IntRange(min = 1, max = 300) int newHigh,
      @ForAll @IntRange(min = 1, max = 300) int newWide,
      @ForAll Fit fit) {
    Frame frame = new Frame(newHigh, newWide);
    int factor = JpegScale.of(new Frame(high, wide), frame, fit).factor();
    Landing landing = fit.place(new Frame(high, wide), frame);
    double least =
        Math.min(
            (double) landing.from().width() / landing.to().width(),
            (double) landing.from().height() / landing.to().height());
    assertTrue(factor == 1 || least / factor >= 4, factor + " of " + least);
    assertTrue(factor == 8 || least / (2 * factor) < 4, factor + " of " + least);
  }

  @Test
  void whatIsNotMuchLargerIsDecodedWhole() throws PictureException {
    Frame frame = new Frame(224, 224);
    byte[] file = photo(new Frame(375, 500));
    assertTrue(in(exact, file, frame, Fit.COVER).sameAs(in(fast, file, frame, Fit.COVER)));
  }

  @Test
  void otherFilesAreDecodedWhole() throws PictureException {
    Pixels large = painted(new Frame(700, 900));
    Frame frame = new Frame(32, 32);
    List<byte[]> files = List.of(PictureWriter.png(large, null), progressive(large));
    for (byte[] file : files) {
      assertEquals(1, factor(file, frame, Fit.COVER));
      assertTrue(in(exact, file, frame, Fit.COVER).sameAs(in(fast, file, frame, Fit.COVER)));
    }
    assertTrue(factor(PictureWriter.jpeg(large, 90, null), frame, Fit.COVER) > 1);
  }

  private static byte[] progressive(Pixels picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        long at = 3L * (y * picture.width() + x);
        int red = (int) picture.number(at);
        int green = (int) picture.number(at + 1);
        image.setRGB(x, y, red << 16 | green << 8 | (int) picture.number(at + 2));
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(image, null, null), settings);
      to.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  @Test
  void picturesInTheirOwnSizeAreDecodedWhole() throws PictureException {
    byte[] file = photo(new Frame(700, 900));
    assertTrue(fast.read(file, "photo").pixels().sameAs(exact.read(file, "photo").pixels()));
    assertEquals(1, fast.read(file, "photo", null, Fit.COVER).factor());
  }

  /// Read at once or in two steps, as any kind.
  @Test
  void readingIntoAFrameIsReadingForItAndFitting() throws PictureException {
    byte[] colour = photo(new Frame(701, 903));
    byte[] grey =
        PictureWriter.jpeg(Conversion.to(PixelKind.GREY8, painted(new Frame(701, 903))), 90, null);
    Frame frame = new Frame(20, 30);
    for (byte[] file : List.of(colour, grey)) {
      for (int channels : new int[] {1, 3}) {
        for (ElementType type : List.of(ElementType.UINT8, ElementType.UINT16)) {
          PixelKind kind = new PixelKind(channels, type);
          Fitted atOnce = fast.read(file, "photo", frame, Fit.CONTAIN, _ -> kind);
          Picture picture = fast.read(file, "photo", frame, Fit.CONTAIN);
          assertEquals(8, picture.factor());
          assertEquals(new Frame(701, 903), picture.origin().stored());
          assertTrue(atOnce.pixels().sameAs(picture.in(kind, null, frame, Fit.CONTAIN)));
          assertEquals(picture.origin().in(frame, Fit.CONTAIN), atOnce.origin());
        }
      }
    }
  }

  @Test
  void damageIsFoundInWhatIsDecodedSmaller() {
    byte[] file = photo(new Frame(701, 903)).clone();
    byte[] cut = Arrays.copyOf(file, file.length / 2);
    assertFalse(isRead(cut));
  }

  private boolean isRead(byte[] file) {
    try {
      var _ = in(fast, file, new Frame(20, 20), Fit.COVER);
      return true;
    } catch (PictureException _) {
      return false;
    }
  }
}

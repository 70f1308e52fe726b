package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// What comes from a cache is what decoding gives.
class PictureCacheTest {
  private static final Frame FRAME = new Frame(9, 13);
  private static final int CHECKSUM = 8;

  @TempDir Path folder;

  private final List<Objection> told = Collections.synchronizedList(new ArrayList<>());

  private PictureReader caching() throws IOException {
    return new PictureReader().with(PictureCache.in(folder.resolve("cache"), "1", told::add));
  }

  /// A picture of every sort that is decoded in a way of its own.
  private static List<byte[]> pictures() {
    Pixels noise = FitterTest.noise(new Frame(37, 41), 3, 5);
    byte[] jpeg = PictureWriter.jpeg(noise, 90, null);
    byte[] turned = PictureFiles.chunk("eXIf", PictureFiles.exif(8, ByteOrder.BIG_ENDIAN));
    byte[] png = PictureWriter.png(noise, null);
    return List.of(
        jpeg,
        PictureFiles.withExif(jpeg, PictureFiles.exif(6, ByteOrder.LITTLE_ENDIAN)),
        PictureWriter.jpeg(FitterTest.noise(new Frame(20, 10), 1, 6), 80, null),
        PictureWriter.jpeg(FitterTest.noise(new Frame(300, 400), 3, 7), 80, null),
        png,
        OrientationTest.withChunk(png, turned),
        PictureWriter.png(FitterTest.deepNoise(new Frame(8, 9), 3, 8), null),
        PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_INT_RGB), "gif"),
        PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_INT_RGB), "bmp"));
  }

  private static void assertSame(Fitted expected, Fitted found) {
    assertEquals(PixelKind.of(expected.pixels()), PixelKind.of(found.pixels()));
    assertTrue(expected.pixels().sameAs(found.pixels()));
    assertEquals(expected.origin(), found.origin());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /// In all kinds, frames and ways to decode: none is taken for another.
  @ParameterizedTest
  @EnumSource
  void whatIsKeptIsWhatDecodingGives(Fit fit) throws Exception {
    List<PixelKind> kinds =
        List.of(
            PixelKind.RGB8,
            PixelKind.GREY8,
            new PixelKind(3, ElementType.UINT16),
            new PixelKind(1, ElementType.FLOAT32));
    int decoded = 0;
    for (int round = 0; round < 2; round++) {
      for (byte[] picture : pictures()) {
        for (Frame frame : Arrays.asList(null, FRAME, new Frame(50, 40))) {
          for (Decoding decoding : Decoding.values()) {
            for (PixelKind kind : kinds) {
              PictureReader plain = new PictureReader().with(decoding);
              assertSame(
                  plain.read(picture, "p", frame, fit, _ -> kind),
                  caching().with(decoding).read(picture, "p", frame, fit, _ -> kind));
            }
          }
        }
      }
      decoded = round == 0 ? files().size() : decoded;
    }
    assertEquals(decoded, files().size());
    // For both ways to decode but where they differ: the large one in small frames.
    int fast = kinds.size() * (fit == Fit.CONTAIN ? 2 : 1);
    assertEquals(pictures().size() * 3 * kinds.size() + fast, decoded);
    assertEquals(List.of(), told);
  }

  /// The first value of the only file, with a checksum that says that this is right.
  private void changeWhatIsKept() throws IOException {
    Path kept = files().getFirst();
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length - 1] ^= 1;
    CRC32C sum = new CRC32C();
    sum.update(bytes, CHECKSUM, bytes.length - CHECKSUM);
    Files.write(kept, ByteBuffer.wrap(bytes).putLong(0, sum.getValue()).array());
  }

  @Test
  void whatIsKeptIsNotDecoded() throws Exception {
    byte[] picture = pictures().getFirst();
    Fitted decoded = caching().read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED);
    changeWhatIsKept();
    PictureReader reader = caching();

    assertFalse(
        decoded
            .pixels()
            .sameAs(reader.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED).pixels()));
    assertSame(
        decoded,
        new PictureReader()
            .with(PictureCache.in(folder.resolve("cache"), "2", told::add))
            .read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED));
  }

  /// As a program leaves it that was killed, and a disk that lost its power.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsNotWholeIsDecodedAndWrittenAgain(boolean cut) throws Exception {
    byte[] picture = pictures().getFirst();
    PictureReader reader = caching();
    Fitted decoded = reader.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED);
    Path kept = files().getFirst();
    byte[] whole = Files.readAllBytes(kept);
    for (int at = 0; at < whole.length; at++) {
      byte[] broken = Arrays.copyOf(whole, cut ? at : whole.length);
      if (!cut) {
        broken[at] = (byte) (broken[at] + 1 + at % 255);
      }
      Files.write(kept, broken);
      assertSame(decoded, reader.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED));
      assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(kept)));
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aFolderThatIsDeletedIsMadeAgain() throws Exception {
    byte[] picture = pictures().getFirst();
    PictureReader reader = caching();
    Fitted decoded = reader.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED);
    Path kept = files().getFirst();
    Files.delete(kept);
    Files.delete(kept.getParent());
    Files.delete(folder.resolve("cache"));

    assertSame(decoded, reader.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED));
    assertEquals(List.of(kept), files());
    assertEquals(List.of(), told);
  }

  /// On many threads, which all find it first.
  @Test
  void whatCannotBeKeptIsSaidOnceAndDecoded() throws Exception {
    Path cache = folder.resolve("cache");
    PictureReader full =
        new PictureReader().with(PictureCache.leaving(Long.MAX_VALUE, cache, "1", told::add));
    readAll(full);
    assertEquals(
        List.of(
            "%s has less than 9223372036854 MB left on its disk: what the cache does not hold is"
                    .formatted(cache)
                + " decoded every time"),
        told.stream().map(Objection::text).toList());
    assertEquals(List.of(), files());

    told.clear();
    cache = folder.resolve("other");
    PictureReader reader = new PictureReader().with(PictureCache.in(cache, "1", told::add));
    Files.delete(cache);
    Files.writeString(cache, "in the way");
    readAll(reader);
    assertEquals(1, told.size());
    String said = told.getFirst().text();
    assertTrue(said.startsWith(cache.toString()) && said.contains(" cannot be written ("), said);
    assertFalse(said.contains("Exception"), said);
  }

  private static void readAll(PictureReader reader) throws Exception {
    List<byte[]> all = pictures();
    PictureReader plain = new PictureReader();
    List<Fitted> expected = new ArrayList<>();
    for (byte[] picture : all) {
      expected.add(plain.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED));
    }
    IntStream.range(0, 8 * all.size())
        .parallel()
        .forEach(
            i -> {
              try {
                assertSame(
                    expected.get(i % all.size()),
                    reader.read(all.get(i % all.size()), "p", FRAME, Fit.COVER, Wanted.AS_STORED));
              } catch (PictureException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Test
  void manyThreadsMayShareIt() throws Exception {
    PictureReader reader = caching();
    readAll(reader);
    assertEquals(pictures().size(), files().size());
    assertEquals(List.of(), told);
  }

  /// Who refuses large or damaged pictures still does.
  @Test
  void whatIsRefusedIsRefusedWhereSomebodyElseHasKeptIt() throws Exception {
    byte[] picture = pictures().getFirst();
    PictureCache cache = PictureCache.in(folder.resolve("cache"), "1", told::add);
    new PictureReader().with(cache).read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED);
    PictureReader strict = new PictureReader(1000).with(cache);

    assertThrows(
        PictureException.class,
        () -> strict.read(picture, "p", FRAME, Fit.COVER, Wanted.AS_STORED));
    byte[] damaged = Arrays.copyOf(picture, picture.length - 100);
    for (int round = 0; round < 2; round++) {
      assertThrows(
          PictureException.class,
          () -> caching().read(damaged, "p", FRAME, Fit.COVER, Wanted.AS_STORED));
    }
    assertEquals(1, files().size());
  }
}

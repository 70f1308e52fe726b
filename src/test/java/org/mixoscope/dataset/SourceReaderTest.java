package org.mixoscope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class SourceReaderTest {
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xFFFFFF;
  private static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;
  private static final Frame SQUARE = new Frame(40, 40);

  @TempDir Path folder;
  private final SourceReader reader = new SourceReader(new PictureReader());
  private Recipe recipe =
      Recipe.of(new Mixup(1), 1, new Sample("cat").source(), new Sample("coffee").source());

  /// A is a white square; B is twice as wide as high: red, green, green, blue from left to right.
  @BeforeEach
  void writePictures() throws IOException {
    recipe =
        recipe.withSources(
            List.of(
                new Source(write("a.png", SQUARE, WHITE), "a"),
                new Source(write("b.png", new Frame(40, 80), RED, GREEN, GREEN, BLUE), "b")));
  }

  @Test
  void withoutAFrameBothComeInTheSizeOfA() throws PictureException {
    Inputs inputs = reader.read(recipe);
    Inputs swapped = reader.read(recipe.swapped());

    assertInputs(SQUARE, inputs);
    assertInputs(new Frame(40, 80), swapped);
    assertNull(inputs.mask());
    assertTrue(inputs.sources().getFirst().sameAs(reader.read(location(0)).pixels()), "A as it is");
  }

  @Test
  void coverCutsOffTheSidesOfB() throws PictureException {
    Pixels b = reader.read(recipe.with(null, Fit.COVER)).sources().getLast();

    assertColour(GREEN, b, 20, 4);
    assertColour(GREEN, b, 20, 35);
    assertColour(GREEN, b, 1, 20);
  }

  @Test
  void containShowsAllOfBAndBlackAround() throws PictureException {
    Pixels b = reader.read(recipe.with(null, Fit.CONTAIN)).sources().getLast();

    assertColour(RED, b, 20, 2);
    assertColour(GREEN, b, 20, 20);
    assertColour(BLUE, b, 20, 37);
    assertColour(BLACK, b, 8, 20);
    assertColour(BLACK, b, 31, 20);
  }

  @Test
  void stretchFillsTheFrameWithAllOfB() throws PictureException {
    Pixels b = reader.read(recipe.with(null, Fit.STRETCH)).sources().getLast();

    assertColour(RED, b, 1, 2);
    assertColour(GREEN, b, 20, 20);
    assertColour(BLUE, b, 38, 37);
  }

  @ParameterizedTest
  @EnumSource
  void withAFrameBothAndTheMaskComeInItsSize(Fit fit) throws PictureException {
    Frame frame = new Frame(20, 60);
    Recipe framed = recipe.with(new MaskMix()).withMask(Sample.MASK).with(frame, fit);

    Inputs inputs = reader.read(framed);

    assertInputs(frame, inputs);
    Pixels a = inputs.sources().getFirst();
    assertColour(WHITE, a, 10, 30);
    assertColour(fit == Fit.CONTAIN ? BLACK : WHITE, a, 10, 5);
    Pixels mask = inputs.mask();
    assertNotNull(mask);
    assertEquals(frame, mask.frame());
    assertEquals(1, mask.channels());
    assertEquals(2, framed.mix(inputs).label().size());
  }

  @Test
  void maskIsBroughtToTheFrameLikeAPicture() throws IOException {
    String mask = write("mask.png", new Frame(40, 80), BLACK, WHITE, WHITE, BLACK);
    Recipe masked = recipe.with(new MaskMix()).withMask(mask);

    Pixels cover = reader.read(masked.with(null, Fit.COVER)).mask();
    Pixels stretch = reader.read(masked.with(null, Fit.STRETCH)).mask();

    assertNotNull(cover);
    assertNotNull(stretch);
    assertEquals(255, cover.valueAt(20, 4, 0));
    assertEquals(0, stretch.valueAt(20, 4, 0));
    assertEquals(255, stretch.valueAt(20, 20, 0));
  }

  /// A colour picture as mask: Rec. 601, as [PictureReader#readMask] has it.
  @Test
  void maskOfAFileIsItsBrightness() throws IOException {
    Pixels mask = reader.readMask(write("mask.png", new Frame(4, 4), RED, GREEN, BLUE, WHITE));

    assertEquals(1, mask.channels());
    assertEquals(76, mask.valueAt(0, 0, 0));
    assertEquals(150, mask.valueAt(1, 1, 0));
    assertEquals(29, mask.valueAt(2, 2, 0));
    assertEquals(255, mask.valueAt(3, 3, 0));
  }

  /// Colour as grey, and grey as colour; the mask keeps its one channel of bytes.
  @Test
  void picturesComeInTheKindOfTheRecipe() throws PictureException {
    Recipe framed = recipe.with(new MaskMix()).withMask(Sample.MASK).with(SQUARE, Fit.STRETCH);
    for (int channels : new int[] {1, 3}) {
      for (ElementType type : new ElementType[] {ElementType.UINT8, ElementType.UINT16}) {
        PixelKind kind = new PixelKind(channels, type);
        Inputs inputs = reader.read(framed.with(kind));
        for (Pixels source : inputs.sources()) {
          assertEquals(kind, PixelKind.of(source));
        }
        Pixels b = inputs.sources().getLast();
        float red = channels == 1 ? 76 : 255;
        assertEquals(red * type.white() / 255, b.valueAt(20, 2, 0), 0.4f * type.white() / 255);
        assertEquals(PixelKind.GREY8, PixelKind.of(Objects.requireNonNull(inputs.mask())));
        Mix mix = framed.mix(inputs);
        assertEquals(
            kind, PixelKind.of(Mixer.mix(mix.composition(), framed.blending(), inputs.sources())));
      }
    }
  }

  @Test
  void pictureThatFitsIsNotCopied() throws PictureException {
    Picture a = reader.read(location(0));

    Inputs inputs =
        SourceReader.fit(
                SQUARE,
                Fit.COVER,
                PixelKind.RGB8,
                null,
                List.of(a, a),
                Arrays.asList(null, null),
                null)
            .inputs();

    assertSame(a.pixels(), inputs.sources().getFirst());
    assertSame(a.pixels(), inputs.sources().getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere/cat.jpg", "sample:dog", "sample:", "cat", "a\u0000b"})
  void unknownLocationIsMissingAndNamed(String location) {
    assertFails(Kind.MISSING, location);
  }

  @Test
  void whateverIsWrongTheFileIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no picture, just words in a file");
    Path empty = Files.createFile(folder.resolve("empty.png"));

    assertFails(Kind.NOT_AN_IMAGE, text.toString());
    assertFails(Kind.EMPTY, empty.toString());
    assertFails(Kind.FOLDER, folder.toString());
  }

  @Test
  void limitOfTheReaderHolds() throws IOException {
    SourceReader small = new SourceReader(new PictureReader(40 * 40));
    assertEquals(SQUARE, small.read(location(0)).pixels().frame());

    var refused = assertThrows(PictureException.class, () -> small.read(recipe));
    assertEquals(Kind.TOO_LARGE, refused.kind());
    assertEquals(location(1), refused.objection().details().getFirst());
    var sample = assertThrows(PictureException.class, () -> small.read("sample:cat"));
    assertEquals("sample:cat", sample.objection().details().getFirst());
  }

  private void assertFails(Kind kind, String location) {
    Source bad = new Source(location, "x");
    for (Recipe broken :
        List.of(recipe.with(0, bad), recipe.with(1, bad), recipe.withMask(location))) {
      var failure = assertThrows(PictureException.class, () -> reader.read(broken));
      assertEquals(kind, failure.kind());
      assertEquals(location, failure.objection().details().getFirst());
      assertTrue(failure.getMessage().startsWith(location + " "), failure.getMessage());
    }
  }

  private String location(int k) {
    return recipe.sources().get(k).location();
  }

  private static void assertInputs(Frame frame, Inputs inputs) {
    assertEquals(frame, inputs.frame());
    assertEquals(2, inputs.sources().size());
    for (Pixels source : inputs.sources()) {
      assertEquals(frame, source.frame());
      assertEquals(3, source.channels());
    }
  }

  private static void assertColour(int rgb, Pixels pixels, int y, int x) {
    int found = 0;
    for (int channel = 0; channel < 3; channel++) {
      found = found << 8 | (int) pixels.valueAt(y, x, channel);
    }
    assertEquals(Integer.toHexString(rgb), Integer.toHexString(found), "at " + x + ", " + y);
  }

  /// Vertical stripes of equal width.
  private String write(String name, Frame frame, int... stripes) throws PictureException {
    byte[] bytes = new byte[(int) frame.pixels() * 3];
    for (int i = 0; i < frame.pixels(); i++) {
      int rgb = stripes[i % frame.width() * stripes.length / frame.width()];
      bytes[3 * i] = (byte) (rgb >> 16);
      bytes[3 * i + 1] = (byte) (rgb >> 8);
      bytes[3 * i + 2] = (byte) rgb;
    }
    Path file = folder.resolve(name);
    PictureWriter.write(Pixels.of(bytes, frame, 3), file, null);
    return file.toString();
  }
}

package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Screens;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Pictures of more than eight bits: mixed as they are, and shown through a window.
class WindowLevelTest {
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @TempDir Path folder;

  private final MixModel model = Screens.model();

  private Path slice(String name, long seed) throws IOException {
    short[] numbers = new short[WIDTH * HEIGHT];
    int[] values = new Random(seed).ints(numbers.length, 0, 4096).toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) values[i];
    }
    return Files.write(folder.resolve(name), DicomBuilder.slice(WIDTH, HEIGHT, numbers));
  }

  private Path numbers(String name, NumberType type, double first) throws PictureException {
    Frame frame = new Frame(HEIGHT, WIDTH);
    Pixels pixels = Pixels.of(new int[WIDTH * HEIGHT], frame, ElementType.UINT8).as(type.element());
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      pixels.put(i, first + i * 0.5);
    }
    Path file = folder.resolve(name);
    PictureWriter.write(pixels, type, file, null);
    return file;
  }

  private void open(Path a, Path b) {
    model.pictures().open(Map.of(0, Source.of(a), 1, Source.of(b)));
    model.edit(r -> r.with(new Mixup(1)));
    model.editDraw(d -> d.withLambda(0.3));
  }

  private Prepared prepared() {
    return Objects.requireNonNull(model.pictures().prepared());
  }

  private Measure measure() {
    return Objects.requireNonNull(prepared().measure());
  }

  private Pixels onScreen() {
    Pixels out = prepared().newOutput();
    model.render(View.MIXED, out);
    return out;
  }

  /// BGRA of what a window makes of numbers.
  private Pixels through(Window window, Pixels numbers) {
    return Prepared.toScreen(window.shown(numbers, measure().scale(), ElementType.UINT8));
  }

  @Test
  void slicesAreMixedAtFullDepthAndThenShownThroughTheirWindow() throws IOException {
    open(slice("a.dcm", 1), slice("b.dcm", 2));
    assertEquals(new PixelKind(1, ElementType.UINT16), model.recipe().kind());
    assertEquals("HU", measure().unit());
    Pixels mixed = model.mixedPixels();
    Pixels a = prepared().full().sources().getFirst();
    Pixels b = prepared().full().sources().getLast();
    for (long i = 0; i < mixed.elements(); i++) {
      assertEquals(Math.rint(0.3 * a.number(i) + 0.7 * b.number(i)), mixed.number(i), 1e-9);
    }
    assertTrue(through(Window.centred(40, 400), mixed).sameAs(onScreen()), "as the files say");
  }

  @Test
  void aWindowChangesWhatIsSeenAndNoNumberAndCanBeUndone() throws IOException {
    open(slice("a.dcm", 1), slice("b.dcm", 2));
    Pixels before = model.mixedPixels();
    Pixels seen = onScreen();
    model.setWindow(measure().levels(400, 1800));
    assertTrue(before.sameAs(model.mixedPixels()));
    assertFalse(seen.sameAs(onScreen()));
    assertTrue(through(Window.centred(400, 1800), before).sameAs(onScreen()));
    model.history().undo();
    assertNull(model.recipe().window());
    assertTrue(seen.sameAs(onScreen()));
  }

  @Test
  void everyTypeOfNumbersIsShownAsItsWindowSays() throws PictureException {
    for (NumberType type : List.of(NumberType.INT16, NumberType.FLOAT32, NumberType.UINT16)) {
      open(
          numbers("a" + type + ".tiff", type, type == NumberType.UINT16 ? 9 : -9),
          numbers("b" + type + ".tiff", type, 3));
      assertEquals(type.element(), model.recipe().kind().type());
      for (Levels window : List.of(new Levels(-3.25, 11), new Levels(2, 2))) {
        model.setWindow(window);
        Window asked = new Window(window.low(), window.high());
        assertTrue(through(asked, model.mixedPixels()).sameAs(onScreen()), type.id());
      }
      model.render(new View.Alone(1), prepared().newOutput());
    }
  }

  @Test
  void whatNeedsLightIsExplainedInPlaceOfAMix() throws PictureException {
    open(numbers("a.tiff", NumberType.FLOAT32, 0), numbers("b.tiff", NumberType.FLOAT32, 1));
    assertNotNull(model.mix());
    model.edit(r -> r.with(Blending.LINEAR_LIGHT));
    assertNull(model.mix());
    assertNotNull(model.lacking());
    model.history().undo();
    assertNotNull(model.mix());
    model.choose(MethodType.of("random-erasing"));
    assertNotNull(model.mix(), "it fills with 0 unless it is told otherwise");
  }

  /// Of all that need no mask and no marks; what is shown is what would be saved.
  @Test
  void everyMethodIsShownAsItIsSaved() throws IOException {
    open(slice("a.dcm", 1), slice("b.dcm", 2));
    for (MethodType type : MethodType.all()) {
      model.choose(type);
      if (model.mix() != null) {
        Pixels mixed = model.mixedPixels();
        assertTrue(through(measure().window(model.recipe()), mixed).sameAs(onScreen()), type.id());
      }
    }
  }

  @Test
  void eightBitsHaveNoWindowAndTakeTheOneOfDeepPicturesAway() throws IOException {
    assertNull(prepared().measure());
    open(slice("a.dcm", 1), slice("b.dcm", 2));
    model.setWindow(new Levels(0, 80));
    Recipe deep = model.recipe();
    Path plain = folder.resolve("plain.png");
    PictureWriter.write(Pixels.of(new byte[30], new Frame(2, 5), 3), plain, null);
    model.pictures().open(Map.of(0, Source.of(plain), 1, Source.of(plain)));
    assertEquals(PixelKind.RGB8, model.recipe().kind());
    assertNull(model.recipe().window());
    model.history().undo();
    assertEquals(deep, model.recipe());
    assertNotNull(prepared().measure());
  }

  @Test
  void picturesOfDifferentUnitsAreToldApart() throws IOException {
    open(slice("a.dcm", 1), numbers("b.tiff", NumberType.INT16, 3));
    assertEquals(ElementType.FLOAT32, model.recipe().kind().type());
    assertFalse(measure().agrees());
    assertEquals(List.of("HU", ""), measure().units());
    assertEquals(-1024 + 1000, measure().scale().of(-24), "numbers are what they stand for");
  }

  @Test
  void middleAndWidthComeBackFromAWindow() throws IOException {
    open(slice("a.dcm", 1), slice("b.dcm", 2));
    Levels levels = measure().levels(40, 400);
    Window window = new Window(levels.low(), levels.high());
    assertEquals(Window.centred(40, 400), window, "as --window and DICOM count");
    assertEquals(40, measure().center(window));
    assertEquals(400, measure().width(window));
  }

  @Test
  void theSpreadKnowsTheRangeOfBothAndOfTheMix() throws IOException {
    open(slice("a.dcm", 1), slice("b.dcm", 2));
    Spread spread = Spread.of(model.recipe(), prepared(), measure());
    Window all = new Window(all().min().orElseThrow() - 1024, all().max().orElseThrow() - 1024);
    assertEquals(all, spread.all());
    assertTrue(spread.most().low() > all.low() && spread.most().high() < all.high());
    assertEquals(WIDTH * HEIGHT, spread.bins().stream().mapToInt(Integer::intValue).sum());
  }

  private DoubleStream all() {
    return prepared().full().sources().stream()
        .flatMapToDouble(
            source -> LongStream.range(0, source.elements()).mapToDouble(source::number));
  }
}

package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.Screens;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// A frame that is shown as a preview: 1:2 of 1801×1201, hardly larger than what is shown whole.
class LargeFrameTest {
  private static final Frame FRAME = new Frame(1201, 1801);
  private static final int N = 2;

  private final MixModel model =
      Screens.model(Screens.recipe(new Mixup(1)).with(FRAME, Fit.COVER).withMask(Sample.MASK));

  @Test
  void theScreenGetsFewerPixelsAndTheFrameStays() {
    Prepared ready = prepared();
    assertEquals(N, ready.reduction().n());
    assertEquals(new Frame(601, 901), ready.newOutput().frame());
    assertEquals(FRAME, model.frame());
    assertEquals(FRAME, model.mixedPixels().frame());
  }

  @Test
  void aFrameOfTwoMegapixelsIsShownAsItIs() {
    model.setFrame(new Frame(1080, 1920), Fit.COVER);
    Prepared ready = prepared();
    assertFalse(ready.reduction().isPreview());
    assertSame(ready.full(), ready.inputs());
  }

  @Test
  void whatIsSavedAndItsNumbersAreThoseOfTheCommandLine() throws Exception {
    Inputs inputs = new SourceReader(new PictureReader()).read(model.recipe());
    for (MethodType type : Screens.types()) {
      model.choose(type);
      Recipe recipe = model.recipe();
      Mix whole = recipe.mix(inputs);
      Pixels written = whole.outcome().mix(recipe.blending(), inputs.sources());

      assertTrue(written.sameAs(model.mixing().get()), type.id());
      assertNear(whole.shares(), mix().shares(), type.id());
      assertNear(whole.label(), mix().label(), type.id());
      assertNear(whole.labelWeights(), mix().labelWeights(), type.id());
    }
  }

  @Test
  void theScreenShowsTheSavedPictureMadeSmall() {
    for (MethodType type : Screens.types()) {
      model.choose(type);
      Pixels shown = prepared().newOutput();
      model.render(View.MIXED, shown);
      Inputs saved = new Inputs(FRAME, List.of(model.mixing().get()), null);
      Pixels expected = Prepared.of(saved).screen().getFirst();
      // Crops go from and to places that are rounded: up to a pixel aside.
      double most = type.id().equals("ricap") ? 6 : 1.5;
      double difference = meanDifference(shown, expected);
      assertTrue(difference < most, type.id() + " " + difference);
    }
  }

  @Test
  void aPixelUnderThePointerIsTheSavedOne() {
    for (MethodType type : Screens.types()) {
      model.choose(type);
      Pixels saved = model.mixing().get();
      for (int i = 0; i < 40; i++) {
        int y = i * 7919 % FRAME.height();
        int x = i * 104_729 % FRAME.width();
        PixelReading reading = model.pixelAt(y, x);
        assertNotNull(reading);
        for (int k = 0; k < model.recipe().mixedSources().size(); k++) {
          assertSamePixel(prepared().full().sources().get(k), y, x, reading.sources().get(k));
        }
        assertEquals(1, reading.weights().stream().mapToDouble(w -> w).sum(), 1e-6);
        if (reading.exact()) {
          assertSamePixel(saved, y, x, reading.mixed());
        }
      }
      boolean matte =
          List.of("fmix", "smoothmix", "mask", "patch-cells", "guidedmixup", "superpixelmix")
              .contains(type.id());
      PixelReading corner = model.pixelAt(FRAME.height() - 1, FRAME.width() - 1);
      assertNotNull(corner);
      assertEquals(!matte, corner.exact(), type.id());
    }
    assertNull(model.pixelAt(FRAME.height(), 0));
    assertNull(model.pixelAt(0, -1));
  }

  @Property(tries = 10)
  void aBoxStaysThatOfTheWholeFrame(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @IntRange(min = 0, max = 99) int place) {
    model.choose(MethodType.of("cutmix"));
    model.editDraw(d -> new Draw(lambda, place / 100.0, place / 200.0));
    double inside =
        Objects.requireNonNull(model.boxMethod())
            .box(model.recipe().draw(), FRAME)
            .clip(FRAME)
            .area();
    assertEquals(1 - inside / FRAME.pixels(), mix().effectiveLambda(), 1e-12);
  }

  @Test
  void aCacheForgetsLargePicturesFirstReadFirst() throws Exception {
    PictureCache small = new PictureCache(new SourceReader(new PictureReader()), 700_000);
    Loaded cat = small.get(Sample.ALL.get(0).location());
    Loaded cup = small.get(Sample.ALL.get(1).location());
    assertSame(cup, small.get(Sample.ALL.get(1).location()));
    assertNotSame(cat, small.get(Sample.ALL.get(0).location()), "was read again");
  }

  private static void assertNear(List<Double> expected, List<Double> actual, String name) {
    assertEquals(expected.size(), actual.size(), name);
    for (int k = 0; k < expected.size(); k++) {
      assertEquals(expected.get(k), actual.get(k), 2e-7, name);
    }
  }

  private static void assertSamePixel(Pixels picture, int y, int x, Pixels pixel) {
    assertTrue(picture.pixelAt(y, x).sameAs(pixel));
  }

  private static double meanDifference(Pixels one, Pixels other) {
    assertEquals(one.frame(), other.frame());
    long sum = 0;
    long count = 0;
    for (int y = 0; y < one.height(); y += 3) {
      for (int x = 0; x < one.width(); x += 3) {
        for (int channel = 0; channel < 3; channel++) {
          sum += (long) Math.abs(one.valueAt(y, x, channel) - other.valueAt(y, x, channel));
          count++;
        }
      }
    }
    return (double) sum / count;
  }

  private Mix mix() {
    Mix mix = model.mix();
    assertNotNull(mix);
    return mix;
  }

  private Prepared prepared() {
    Prepared prepared = model.pictures().prepared();
    assertNotNull(prepared);
    return prepared;
  }
}

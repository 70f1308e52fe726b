package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.Screens;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Mix;

/// What takes long to mix is shown coarser while it is dragged.
class DraggedPictureTest {
  private static final Frame FRAME = new Frame(900, 1000);

  private final MixModel model =
      Screens.model(Screens.recipe(MethodType.of("mosaic").initial()).with(FRAME, Fit.COVER));

  @ParameterizedTest
  @ValueSource(strings = {"mosaic", "resizemix", "smoothmix", "fmix", "mask"})
  void onlyWhatIsShownIsCoarser(String method) {
    model.choose(MethodType.of(method));
    drag();

    assertEquals(2, shown().reduction().n());
    assertEquals(new Frame(450, 500), shown().newOutput().frame());
    Mix whole = model.recipe().mix(shown().full());
    assertEquals(
        whole.label().getFirst(), Objects.requireNonNull(model.mix()).label().getFirst(), 2e-7);
    PixelReading reading = Objects.requireNonNull(model.pixelAt(123, 456));
    Pixels saved = model.mixedPixels().pixelAt(123, 456);
    assertTrue(reading.mixed().sameAs(saved) || !reading.exact());
    Pixels coarse = render();

    model.history().endGesture();
    assertSame(model.pictures().prepared(), shown());
    assertTrue(render().sameAs(Prepared.toScreen(model.mixedPixels())));
    assertEquals(mean(render()), mean(coarse), 0.5, "the same picture, but for its edges");
  }

  @Test
  void otherPicturesAreDraggedAfterAChange() {
    drag();
    model.history().endGesture();
    model.edit(r -> r.withSources(r.sources().reversed()));
    drag();
    Pixels changed = render();
    model.history().endGesture();
    assertEquals(mean(render()), mean(changed), 0.5);
  }

  @Test
  void undoEndsTheDrag() {
    drag();
    model.history().undo();
    assertSame(model.pictures().prepared(), shown());
    assertTrue(render().sameAs(Prepared.toScreen(model.mixedPixels())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixup", "cutmix", "saliencymix", "ricap"})
  void whatIsQuickIsShownAsItIs(String method) {
    model.choose(MethodType.of(method));
    drag();
    assertSame(model.pictures().prepared(), shown());
  }

  @Test
  void aSmallFrameIsShownAsItIs() {
    model.setFrame(new Frame(512, 512), Fit.COVER);
    drag();
    assertSame(model.pictures().prepared(), shown());
  }

  private void drag() {
    model.history().beginGesture();
    model.editDraw(d -> d.at(0.4, 0.55));
  }

  private Pixels render() {
    Pixels out = shown().newOutput();
    model.render(View.MIXED, out);
    return out;
  }

  private Prepared shown() {
    Prepared shown = model.shownProperty().get();
    assertNotNull(shown);
    return shown;
  }

  private static double mean(Pixels picture) {
    double sum = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        sum += picture.valueAt(y, x, 1);
      }
    }
    return sum / picture.frame().pixels();
  }
}

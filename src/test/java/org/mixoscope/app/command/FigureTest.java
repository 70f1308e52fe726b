package org.mixoscope.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Fonts;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Mix;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FigureTest {
  private final MixModel model = Screens.model();

  @Test
  void holdsTheThreePicturesAndTheLabelAtEveryScale() throws Exception {
    Pixels once = render(1);
    Pixels twice = render(2);
    assertEquals(2.0 * once.width(), twice.width(), 2);
    assertEquals(2.0 * once.height(), twice.height(), 2);
    assertTrue(once.width() > 3 * 300, "three pictures beside each other");
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    PictureWriter.write(twice, folder.resolve("figure.png"), null);
    // The label bar ends the figure: A's colour on its left, B's on its right.
    int y = once.height() - 30;
    assertColour(SourceColour.A, once, y, 40);
    assertColour(SourceColour.B, once, y, once.width() - 40);
  }

  @Test
  void holdsEverySourceThatIsMixed() throws Exception {
    model.choose(MethodType.of("k-mixup"));
    for (int k = 2; k < 6; k++) {
      model.addSample();
    }
    Pixels figure = render(1);
    Path folder = Files.createDirectories(Path.of("target", "screenshots"));
    PictureWriter.write(figure, folder.resolve("figure-6.png"), null);
    assertTrue(figure.width() > 7 * figure.height() / 3, "seven pictures beside each other");
    int y = figure.height() - 30;
    assertColour(SourceColour.A, figure, y, 40);
    assertColour(SourceColour.F, figure, y, figure.width() - 40);
  }

  private static void assertColour(SourceColour expected, Pixels figure, int y, int x) {
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      rgb = rgb << 8 | (int) figure.valueAt(y, x, c);
    }
    assertEquals(Integer.toHexString(expected.rgb()), Integer.toHexString(rgb));
  }

  private Pixels render(double scale) {
    Prepared prepared = model.preparedProperty().get();
    Mix mix = model.mix();
    assertNotNull(prepared);
    assertNotNull(mix);
    Image image =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              Fonts.load();
              return Figure.render(
                  model.recipe(),
                  prepared,
                  mix,
                  Prepared.toScreen(model.mixedPixels()),
                  new Messages(Language.ENGLISH),
                  scale);
            });
    return ScreenPixels.rgb(image);
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Every screen in both themes, languages and sizes: pictures to look at in `target/screenshots`,
/// and no text cut off.
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private record Shot(MethodType type, int sources, Snapshot settings) {
    String name() {
      return "explore-%s-%d-%s-%s-%dx%d.png"
          .formatted(
              type.id(),
              sources,
              settings.theme().id(),
              settings.language().id(),
              settings.width(),
              settings.height());
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (MethodType type : MethodType.all()) {
      boolean pair = List.of("mixup", "cutmix", "mask").contains(type.id());
      if (pair) {
        shots.addAll(inEveryLook(type, 2));
      } else {
        shots.add(shot(type, 2, 1280, Theme.LIGHT, Language.ENGLISH));
        shots.add(shot(type, 3, 1280, Theme.DARK, Language.CHINESE));
      }
    }
    byId("k-mixup").forEach(type -> shots.addAll(inEveryLook(type, 3)));
    byId("k-mixup").forEach(type -> shots.addAll(inEveryLook(type, 8)));
    byId("mosaic").forEach(type -> shots.addAll(inEveryLook(type, 4)));
    shots.addAll(inEveryLook(MethodType.of("cutmix"), 5));
    return shots;
  }

  private static Stream<MethodType> byId(String id) {
    return MethodType.all().stream().filter(type -> type.id().equals(id));
  }

  private static List<Shot> inEveryLook(MethodType type, int sources) {
    List<Shot> shots = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        shots.add(shot(type, sources, 1280, theme, language));
        shots.add(shot(type, sources, 1920, theme, language));
      }
    }
    return shots;
  }

  private static Shot shot(
      MethodType type, int sources, int width, Theme theme, Language language) {
    int height = width == 1280 ? 800 : 1080;
    return new Shot(type, sources, new Snapshot(width, height, 1, theme, language));
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) throws Exception {
    Recipe recipe =
        Recipe.of(shot.type().initial(), 42, sources(shot.sources())).withMask(Sample.MASK);
    App.Rendering rendering =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> App.render(recipe, new PictureCache(), shot.settings()));
    Files.createDirectories(FOLDER);
    PictureWriter.write(rendering.pixels(), FOLDER.resolve(shot.name()), null);
    assertEquals(shot.settings().width(), rendering.pixels().width());
    assertEquals(List.of(), cutOff(rendering.root()));
    assertTrue(labels(rendering.root()) > 30, "the screen is there");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSheetOfKeysIsWhole(Language language) throws Exception {
    Snapshot settings = new Snapshot(1280, 800, 1, Theme.LIGHT, language);
    Recipe recipe =
        Recipe.of(new CutMix(1), 259, Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
    List<String> cutOff =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> {
              Parent root = App.render(recipe, new PictureCache(), settings).root();
              Node screen = root.lookup(".explore").getParent();
              screen.fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, false, false, false, false));
              root.applyCss();
              root.layout();
              save(root.snapshot(null, null), "keys-" + language.id() + ".png");
              return cutOff(root.lookup("#keys-sheet"));
            });
    assertEquals(List.of(), cutOff);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aMissingPictureIsExplainedOnItsPane(Theme theme) throws Exception {
    Recipe recipe =
        Recipe.of(
            new CutMix(1), 259, Sample.ALL.get(0).source(), new Source("holiday.jpg", "holiday"));
    Snapshot settings = new Snapshot(1280, 800, 1, theme, Language.ENGLISH);
    App.Rendering rendering =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> App.render(recipe, new PictureCache(), settings));
    Files.createDirectories(FOLDER);
    PictureWriter.write(rendering.pixels(), FOLDER.resolve("missing-" + theme.id() + ".png"), null);
    Label problem = (Label) rendering.root().lookup("#problem-B");
    assertTrue(problem.isVisible());
    assertTrue(problem.getText().startsWith("holiday.jpg is not there"), problem.getText());
    assertEquals(List.of(), cutOff(rendering.root()));
  }

  private static List<Source> sources(int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> Sample.ALL.get(k % Sample.ALL.size()).source())
        .toList();
  }

  private static void save(Image image, String name) throws IOException {
    Files.createDirectories(FOLDER);
    PictureWriter.write(ScreenPixels.rgb(image), FOLDER.resolve(name), null);
  }

  static List<String> cutOff(Node node) {
    List<String> found = new ArrayList<>();
    if (!node.isVisible()) {
      return found;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      boolean whole =
          labeled.lookupAll(".text").stream()
              .filter(Text.class::isInstance)
              .map(text -> ((Text) text).getText())
              .anyMatch(shown -> shown.equals(labeled.getText()));
      if (!whole && !labeled.getText().isEmpty()) {
        found.add(labeled.getText());
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(cutOff(child)));
    }
    return found;
  }

  private static int labels(Node node) {
    int count = node instanceof Labeled ? 1 : 0;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += labels(child);
      }
    }
    return count;
  }
}

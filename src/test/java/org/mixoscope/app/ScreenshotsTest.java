package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
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
      if (type.id().equals("cutmix")) {
        shots.addAll(inEveryLook(type, 2));
      } else {
        shots.add(shot(type, 2, 1280, Theme.LIGHT, Language.ENGLISH));
        shots.add(shot(type, 3, 1280, Theme.DARK, Language.CHINESE));
      }
    }
    byId("k-mixup").forEach(type -> shots.addAll(inTwoLooks(type, 3)));
    byId("k-mixup").forEach(type -> shots.addAll(inTwoLooks(type, 8)));
    byId("mosaic").forEach(type -> shots.addAll(inTwoLooks(type, 4)));
    shots.addAll(inTwoLooks(MethodType.of("cutmix"), 5));
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

  /// The smallest window in one look, a large one in the opposite.
  private static List<Shot> inTwoLooks(MethodType type, int sources) {
    return List.of(
        shot(type, sources, 1280, Theme.LIGHT, Language.ENGLISH),
        shot(type, sources, 1920, Theme.DARK, Language.CHINESE));
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

  /// A state that passes, and how to bring it about.
  private enum Moment {
    STEP_1(sight -> tell(sight, 0)),
    STEP_2(sight -> tell(sight, 1)),
    STEP_3(sight -> tell(sight, 2)),
    STEP_4(sight -> tell(sight, 3)),
    SWIPE(sight -> sight.swipingProperty().set(true)),
    ZOOMED(sight -> sight.viewportProperty().set(new Viewport(9, 0.62, 0.45))),
    HIGHLIGHT_A(sight -> sight.pointedProperty().set(new Highlight.Source(0))),
    HIGHLIGHT_BOX(sight -> sight.pointedProperty().set(Highlight.Part.BOX)),
    HIGHLIGHT_LAMBDA(sight -> sight.pointedProperty().set(Highlight.Part.LAMBDA));

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Consumer<Sight> happens;

    Moment(Consumer<Sight> happens) {
      this.happens = happens;
    }

    private static void tell(Sight sight, int steps) {
      sight.slowMotion().start();
      for (int i = 0; i < steps; i++) {
        sight.slowMotion().next();
      }
    }
  }

  static Stream<Arguments> moments() {
    List<Snapshot> looks =
        List.of(
            new Snapshot(1280, 800, 1, Theme.LIGHT, Language.ENGLISH),
            new Snapshot(1920, 1080, 1, Theme.DARK, Language.CHINESE));
    return Stream.of(Moment.values())
        .flatMap(moment -> looks.stream().map(look -> Arguments.of(moment, look)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void whatPassesIsWholeToo(Moment moment, Snapshot look) throws Exception {
    Recipe recipe =
        Recipe.of(new CutMix(1), 259, Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
    String name =
        "explore-%s-%s-%s-%d.png"
            .formatted(
                moment.name().toLowerCase(Locale.ROOT),
                look.theme().id(),
                look.language().id(),
                look.width());
    Files.createDirectories(FOLDER);
    // In one go: what slow motion moves goes on moving.
    List<String> cutOff =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> {
              var rendering =
                  App.render(
                      recipe,
                      new PictureCache(),
                      look,
                      window -> moment.happens.accept(window.sight()));
              PictureWriter.write(rendering.pixels(), FOLDER.resolve(name), null);
              return cutOff(rendering.root());
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

  @Test
  void aPairOfFiftyMegapixelsIsShownAsAPreview(@TempDir Path folder) throws Exception {
    List<Source> pair = List.of(large(folder, 0), large(folder, 1));
    PictureCache cache = new PictureCache();
    for (Shot shot :
        List.of(
            shot(MethodType.of("cutmix"), 2, 1280, Theme.LIGHT, Language.ENGLISH),
            shot(MethodType.of("smoothmix"), 2, 1920, Theme.DARK, Language.CHINESE))) {
      Recipe recipe = Recipe.of(shot.type().initial(), 42, pair);
      App.Rendering rendering =
          WaitForAsyncUtils.waitForAsyncFx(
              60_000, () -> App.render(recipe, cache, shot.settings()));
      Files.createDirectories(FOLDER);
      PictureWriter.write(rendering.pixels(), FOLDER.resolve("large-" + shot.name()), null);
      assertEquals(List.of(), cutOff(rendering.root()));
      Label preview = (Label) rendering.root().lookup("#preview-status");
      assertTrue(preview.isVisible());
      assertTrue(preview.getText().contains("1 : 5"), preview.getText());
      assertTrue(preview.getText().contains("8660×5774"), preview.getText());
    }
  }

  /// A sample, enlarged.
  private static Source large(Path folder, int sample) throws Exception {
    Picture picture = new SourceReader(new PictureReader()).read(Sample.ALL.get(sample).location());
    Path file = folder.resolve(Sample.ALL.get(sample).name() + ".jpg");
    Pixels pixels = Fitter.fit(picture.pixels(), new Frame(5774, 8660), Fit.COVER);
    PictureWriter.write(pixels, file, null);
    return new Source(file.toString(), Sample.ALL.get(sample).name());
  }

  static List<Shot> folders() {
    List<Shot> shots = new ArrayList<>(inTwoLooks(MethodType.of("cutmix"), 2));
    shots.add(shot(MethodType.of("mosaic"), 4, 1280, Theme.LIGHT, Language.CHINESE));
    return shots;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFolderIsInThePlaceOfTheSamples(Shot shot, @TempDir Path data) throws Exception {
    Path root = PictureFolders.of(data.resolve("pets and space"), 6);
    Files.writeString(root.resolve("cat/cat-003.png"), "no picture");
    Recipe recipe = Recipe.of(shot.type().initial(), 259, sources(shot.sources()));
    App.Rendering rendering =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () ->
                App.render(
                    recipe, new PictureCache(), shot.settings(), window -> window.open(root)));
    Files.createDirectories(FOLDER);
    PictureWriter.write(rendering.pixels(), FOLDER.resolve("folder-" + shot.name()), null);
    assertEquals(List.of(), cutOff(rendering.root()));
    assertTrue(rendering.root().lookup("#thumbnail-5").isVisible());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aFolderWithoutPicturesIsExplained(Language language, @TempDir Path data) throws Exception {
    Snapshot settings = new Snapshot(1280, 800, 1, Theme.LIGHT, language);
    Recipe recipe = Recipe.of(new CutMix(1), 259, sources(2));
    App.Rendering rendering =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000,
            () -> App.render(recipe, new PictureCache(), settings, window -> window.open(data)));
    Files.createDirectories(FOLDER);
    String name = "folder-empty-" + language.id() + ".png";
    PictureWriter.write(rendering.pixels(), FOLDER.resolve(name), null);
    Label problem = (Label) rendering.root().lookup("#folder-problem");
    assertTrue(problem.getText().startsWith(data.toString()), problem.getText());
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

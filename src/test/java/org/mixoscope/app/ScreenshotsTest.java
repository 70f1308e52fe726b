package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

/// The Explore screen in both themes, languages and sizes, and with what may happen to it: pictures
/// to look at in `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class ScreenshotsTest {
  private static final Snapshot SMALL = Shots.look(1280, Theme.LIGHT, Language.ENGLISH);

  private record Shot(MethodType type, int sources, Snapshot look) {
    String about() {
      return "%s-%d".formatted(type.id(), sources);
    }

    @Override
    public String toString() {
      return Shots.name(about(), look);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (MethodType type : Screens.types()) {
      if (type.id().equals("cutmix")) {
        Shots.looks().forEach(look -> shots.add(new Shot(type, 2, look)));
      } else {
        shots.add(
            shots.size() % 2 == 0
                ? new Shot(type, 2, SMALL)
                : new Shot(type, 3, Shots.look(1280, Theme.DARK, Language.CHINESE)));
      }
    }
    shots.addAll(inTwoLooks("k-mixup", 3));
    shots.addAll(inTwoLooks("k-mixup", 8));
    shots.addAll(inTwoLooks("mosaic", 4));
    shots.addAll(inTwoLooks("cutmix", 5));
    return shots;
  }

  private static List<Shot> inTwoLooks(String method, int sources) {
    return Shots.twoLooks().stream()
        .map(look -> new Shot(MethodType.of(method), sources, look))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    Recipe recipe =
        Recipe.of(shot.type().initial(), 42, sources(shot.sources())).withMask(Sample.MASK);
    Parent root = Shots.of(recipe, shot.look(), "explore-" + shot.about(), window -> {});
    assertTrue(labels(root) > 30, "the screen is there");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSheetOfKeysIsWhole(Language language) {
    Snapshot look = Shots.look(1280, Theme.LIGHT, language);
    Parent root =
        Shots.of(
            cutMix(sources(2)),
            look,
            "keys",
            window ->
                window
                    .lookup(".explore")
                    .fireEvent(
                        new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, false, false, false, false)));
    assertTrue(root.lookup("#keys-sheet").isVisible());
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
    return Stream.of(Moment.values())
        .flatMap(moment -> Shots.twoLooks().stream().map(look -> Arguments.of(moment, look)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void whatPassesIsWholeToo(Moment moment, Snapshot look) {
    String about = "explore-" + moment.name().toLowerCase(Locale.ROOT);
    Shots.of(cutMix(sources(2)), look, about, window -> moment.happens.accept(window.sight()));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aMissingPictureIsExplainedOnItsPane(Theme theme) {
    Recipe recipe = cutMix(List.of(sources(1).getFirst(), new Source("holiday.jpg", "holiday")));
    Snapshot look = Shots.look(1280, theme, Language.ENGLISH);
    Label problem = (Label) Shots.of(recipe, look, "missing", window -> {}).lookup("#problem-B");
    assertTrue(problem.isVisible());
    assertTrue(problem.getText().startsWith("holiday.jpg is not there"), problem.getText());
  }

  @Test
  void aPairOfFiftyMegapixelsIsShownAsAPreview(@TempDir Path folder) throws Exception {
    List<Source> pair = List.of(large(folder, 0), large(folder, 1));
    PictureCache cache = new PictureCache();
    for (Shot shot :
        List.of(inTwoLooks("cutmix", 2).getFirst(), inTwoLooks("smoothmix", 2).getLast())) {
      Recipe recipe = Recipe.of(shot.type().initial(), 42, pair);
      Parent root = Shots.of(recipe, cache, shot.look(), "large-" + shot.about(), window -> {});
      Label preview = (Label) root.lookup("#preview-status");
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
    List<Shot> shots = new ArrayList<>(inTwoLooks("cutmix", 2));
    Snapshot chinese = Shots.look(1280, Theme.LIGHT, Language.CHINESE);
    shots.add(new Shot(MethodType.of("mosaic"), 4, chinese));
    return shots;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFolderIsInThePlaceOfTheSamples(Shot shot, @TempDir Path data) throws Exception {
    Path root = PictureFolders.of(data.resolve("pets and space"), 6);
    Files.writeString(root.resolve("cat/cat-003.png"), "no picture");
    Recipe recipe = Recipe.of(shot.type().initial(), 259, sources(shot.sources()));
    Parent window =
        Shots.of(recipe, shot.look(), "folder-" + shot.about(), shown -> shown.open(root));
    assertTrue(window.lookup("#thumbnail-5").isVisible());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aFolderWithoutPicturesIsExplained(Language language, @TempDir Path data) {
    Snapshot look = Shots.look(1280, Theme.LIGHT, language);
    Parent root = Shots.of(cutMix(sources(2)), look, "folder-empty", window -> window.open(data));
    Label problem = (Label) root.lookup("#folder-problem");
    assertTrue(problem.getText().startsWith(data.toString()), problem.getText());
  }

  private static Recipe cutMix(List<Source> sources) {
    return Recipe.of(new CutMix(1), 259, sources);
  }

  private static List<Source> sources(int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> Sample.ALL.get(k % Sample.ALL.size()).source())
        .toList();
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

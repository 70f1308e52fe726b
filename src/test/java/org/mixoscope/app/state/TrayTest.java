package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Screens;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class TrayTest {
  private static final Recipe FIRST = Screens.recipe(new CutMix(1));
  private static final Recipe SECOND = FIRST.drawn(1);
  private static final Recipe THIRD = FIRST.drawn(2);

  private final Tray tray = new Tray();

  @Test
  void keepsEachOnce() {
    assertTrue(tray.keep(FIRST));
    assertTrue(tray.keep(SECOND));
    assertFalse(tray.keep(FIRST));
    assertEquals(List.of(FIRST, SECOND), tray.kept());
    tray.remove(FIRST);
    assertEquals(List.of(SECOND), tray.kept());
  }

  @Test
  void movesWithinItsEnds() {
    tray.restore(List.of(FIRST, SECOND, THIRD, SECOND));
    tray.move(FIRST, 1);
    assertEquals(List.of(SECOND, FIRST, THIRD), tray.kept());
    tray.move(FIRST, 99);
    assertEquals(List.of(SECOND, THIRD, FIRST), tray.kept());
    tray.move(FIRST, -1);
    assertEquals(List.of(FIRST, SECOND, THIRD), tray.kept());
  }

  @Test
  void whatWasRemovedGoesBackToItsPlace() {
    tray.restore(List.of(FIRST, SECOND, THIRD));
    tray.remove(SECOND);
    assertTrue(tray.keep(SECOND, 1));
    assertEquals(List.of(FIRST, SECOND, THIRD), tray.kept());
    assertFalse(tray.keep(SECOND, 0), "it is there");
  }

  @Test
  void holdsAFewDozen() {
    tray.restore(IntStream.range(0, 100).mapToObj(FIRST::drawn).toList());
    assertEquals(Tray.MOST, tray.kept().size());
    assertFalse(tray.keep(FIRST.drawn(1000)));
  }

  @Test
  void whatIsSeenOfAKeptMixIsTheMix() throws Exception {
    MixModel model = Screens.model();
    KeptMix kept = KeptMix.of(model.recipe(), 0, new PictureCache());
    assertEquals(model.mix().effectiveLambda(), kept.effectiveLambda());
    assertEquals(model.mix().label(), kept.label());
    assertEquals(model.frame(), kept.picture().frame(), "small enough to be whole");
  }

  @Test
  void recentAreOwnPicturesTheLastOnesFirst(@TempDir Path folder) throws IOException {
    Source own = source(folder.resolve("own.png"));
    Source gone = new Source(folder.resolve("gone.png").toString(), "gone");
    MixModel model = Screens.model();
    Recent recent = new Recent(model);
    assertEquals(List.of(), recent.all(), "samples are always at hand");

    List<Source> samples = model.recipe().sources();
    model.edit(r -> r.with(0, own));
    model.edit(r -> r.with(0, own.withClassName("mine")));
    List<Source> renamed = model.recipe().sources();
    model.edit(r -> r.with(1, gone));
    List<Source> missing = model.recipe().sources();
    model.edit(r -> r.withSources(samples));
    assertEquals(List.of(missing, renamed), recent.all());
    assertTrue(renamed.stream().allMatch(Recent::isThere));
    assertFalse(missing.stream().allMatch(Recent::isThere));

    recent.restore(List.of(renamed, List.of(gone, own)));
    assertEquals(List.of(missing, renamed, List.of(gone, own)), recent.all());
  }

  private static Source source(Path file) throws IOException {
    Files.write(file, new byte[] {1});
    return new Source(file.toString(), "own");
  }
}

package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.MarkedPictures;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.target.Objects;

class GhostsTest {
  private static final Draw CORNER = new Draw(0.9, 0.9, 0.95);
  private static final Draw MIDDLE = new Draw(0.7, 0.5, 0.5);

  private static MixModel model(Draw draw, String... marks) {
    return new MixModel(
        MarkedPictures.recipe(new CutMix(1), marks).with(new Frame(96, 96), Fit.COVER).with(draw),
        MarkedPictures.cache(),
        TaskRunner.inline());
  }

  @ParameterizedTest
  @ValueSource(strings = {MarkedPictures.OBJECTS, MarkedPictures.MAP})
  void aClassHauntsWhoseObjectTheBoxDoesNotShow(String marks) {
    MixModel model = model(CORNER, marks, marks);
    double weight = model.mix().labelWeights().get(1);
    assertEquals(List.of(new Ghost("coffee", List.of(1), weight)), model.ghosts());
    model.edit(r -> r.with(MIDDLE));
    assertEquals(List.of(), model.ghosts());
  }

  @Test
  void nothingIsSaidOfAPictureOfWhichNothingIsKnown() {
    MixModel model = model(CORNER, MarkedPictures.OBJECTS);
    assertEquals(List.of(), model.ghosts());
    assertNull(model.marks(new View.Alone(1)));
    assertNull(model.marks(View.WEIGHTS));
    assertNotNull(model.marks(new View.Alone(0)));
  }

  @Test
  void aClassDoesNotHauntThatAnotherPictureShows() {
    MixModel model = model(CORNER, MarkedPictures.OBJECTS, MarkedPictures.OBJECTS);
    model.edit(r -> r.with(1, r.sources().get(1).withClassName("cat")));
    assertEquals(List.of(), model.ghosts());
  }

  @Test
  void aCoveredPictureHasNoWeightAndHauntsNobody() {
    MixModel model = model(new Draw(1, 0.5, 0.5), MarkedPictures.OBJECTS, MarkedPictures.OBJECTS);
    assertEquals(List.of(), model.ghosts());
  }

  @Test
  void theMixShowsTheObjectsOfBoth() {
    MixModel model = model(MIDDLE, MarkedPictures.OBJECTS, MarkedPictures.OBJECTS);
    ViewMarks marks = model.marks(View.MIXED);
    Objects objects = (Objects) marks.target();
    assertEquals(
        List.of(0, 1), objects.instances().stream().map(marks::source).distinct().toList());
    ViewMarks alone = model.marks(new View.Alone(1));
    assertEquals(1, alone.source(((Objects) alone.target()).instances().getFirst()));
  }
}

package org.mixoscope.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.clip.Timing;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class ReasonTest {
  private static final Frame FRAME = new Frame(40, 40);
  private static final int SLICES = 32;
  private static final double CLOSE = 0.005;

  private final Messages messages = new Messages(Language.ENGLISH);
  private final Workspace workspace = new Workspace();

  private static Recipe recipe(Method method) {
    return Recipe.of(method, 7, new Source("a", "a"), new Source("b", "b"));
  }

  @Test
  void aSliceThatIsNearLambdaByChanceOrHasOneSourceOnlyHasItsOwnShare() {
    Timing timing = Timing.even(SLICES, 1);
    List<String> near = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (int draw = 0; draw < 10; draw++) {
      Recipe volume =
          recipe(new FMix(1, 3, 0, FMixField.ISOTROPIC)).along(CourseType.FIELD).drawn(draw);
      for (int t = 0; t < SLICES; t++) {
        Moment slice = new Moment(t, timing, true);
        Mix mix = slice.of(volume).mix(Inputs.of(FRAME), workspace);
        double apart = Math.abs(mix.effectiveLambda() - volume.draw().lambda());
        if (apart < CLOSE && apart * FRAME.pixels() > 1) {
          near.add(Reason.of(volume, slice, mix, FRAME, messages));
        }
        if (apart * FRAME.pixels() > 1 && mix.shares().contains(1.0)) {
          alone.add(Reason.of(volume, slice, mix, FRAME, messages));
        }
      }
    }
    for (List<String> sayings : List.of(near, alone)) {
      assertTrue(!sayings.isEmpty(), "there is one");
      sayings.forEach(said -> assertTrue(said.contains("its own share of the field"), said));
    }
  }

  @Test
  void roundingIsSaidOfWhatIsRounded() {
    Recipe picture = recipe(new FMix(1, 3, 0, FMixField.ISOTROPIC));
    Mix mix = picture.mix(Inputs.of(FRAME), workspace);
    assertEquals(messages.get("reason.follows"), Reason.of(picture, null, mix, FRAME, messages));

    Recipe soft = recipe(MethodType.of("smoothmix").initial());
    for (int i = 0; i < 100; i++) {
      Recipe drawn = soft.drawn(i);
      Mix smooth = drawn.mix(Inputs.of(FRAME), workspace);
      String said = Reason.of(drawn, null, smooth, FRAME, messages);
      assertTrue(!said.equals(messages.get("reason.follows")), said);
    }
  }
}

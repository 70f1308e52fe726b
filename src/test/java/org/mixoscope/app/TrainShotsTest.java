package org.mixoscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.train.TrainModel;
import org.mixoscope.kernel.method.CutMix;

/// Train in its states, in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class TrainShotsTest {
  private static final int EPOCHS = 30;

  /// @param states what is done before it is looked at
  private record Shot(String about, Snapshot look, Consumer<TrainModel> states) {
    @Override
    public String toString() {
      return Shots.name("train-" + about, look);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Snapshot look : Shots.looks()) {
      shots.add(new Shot("moons", look, model -> train(model, EPOCHS)));
    }
    for (Snapshot look : Shots.smallLooks()) {
      shots.add(new Shot("first-look", look, model -> {}));
    }
    return shots;
  }

  private static void train(TrainModel model, int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      model.finishEpoch();
    }
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    Shots.of(
        Screens.recipe(new CutMix(1)),
        shot.look(),
        "train-" + shot.about(),
        window -> {
          window.show(Command.TRAIN);
          shot.states().accept(window.train());
          for (int pass = 0; pass < 3; pass++) {
            window.applyCss();
            window.layout();
          }
        });
  }
}

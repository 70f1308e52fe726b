package org.mixoscope.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.Metrics.Bin;

class OutcomeTest {
  private static final Messages ENGLISH = new Messages(Language.ENGLISH);

  private static Metrics metrics(double accuracy, double confidence) {
    return new Metrics(
        accuracy,
        0.3,
        Math.abs(accuracy - confidence),
        List.of(new Bin(1000, confidence, accuracy)),
        List.of());
  }

  private static Outcome outcome(Metrics one, Metrics two) {
    return new Outcome(0, one, 1, two, 1000);
  }

  @Test
  void chanceIsNoDifference() {
    Outcome close = outcome(metrics(0.93, 0.93), metrics(0.92, 0.92));
    assertFalse(close.differs());
    assertEquals(
        "No difference can be told: run 1 (no mixing) is right on 93.0 % of the test samples, run 2"
            + " (Mixup α 1) on 92.0 %, and chance explains as much with 1000 samples.",
        close.text(LabOptions.USUAL, ENGLISH));
  }

  @Test
  void theBetterOneIsNamedFirstAndTheWorseCalibratedOneIsSaid() {
    Outcome far = outcome(metrics(0.83, 0.93), metrics(0.91, 0.9));
    assertTrue(far.differs());
    String text = far.text(LabOptions.USUAL, ENGLISH);
    assertTrue(text.startsWith("With this seed run 2 (Mixup α 1) is right on 91.0 %"), text);
    assertTrue(
        text.endsWith(
            "Overconfident: run 1 (no mixing), on average 93.0 % sure and 83.0 % right (ECE 10.0 %,"
                + " the other 1.0 %)."),
        text);
    String under = outcome(metrics(0.9, 0.9), metrics(0.9, 0.7)).text(LabOptions.USUAL, ENGLISH);
    assertTrue(under.contains("Underconfident: run 2"), under);
  }

  @ParameterizedTest
  @EnumSource
  void everyPresetSaysWhatToLookAt(LabPreset preset) {
    for (Language language : Language.values()) {
      Messages messages = new Messages(language);
      assertFalse(messages.get(preset.key()).isBlank());
      assertFalse(messages.get(preset.key() + ".look").isBlank());
    }
    assertEquals(LabRun.NONE, preset.options().runs().getFirst());
  }

  @Test
  void aMarkSaysWhatBecameOfWhat() {
    LabOptions before = LabOptions.USUAL;
    LabOptions after =
        before
            .with(1, run -> run.choose("k-mixup").withProbability(0.5))
            .with(before.optimiser().withRate(0.001).withDecay(0.1));
    assertEquals(
        "2: " + after.runs().getLast().name(ENGLISH) + " · η 0.001 · weight decay 0.1",
        new Mark(5, before, after).text(ENGLISH));
    assertTrue(after.runs().getLast().name(ENGLISH).endsWith(", 50 %"));
  }
}

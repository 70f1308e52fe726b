package org.mixoscope.app.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.stats.Estimate;

@BesideWindows
class ConsequencesTest {
  private static final Frame FRAME = new Frame(224, 224);

  @SuppressWarnings("unused") // by @MethodSource
  static List<MethodType> types() {
    return Setting.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyMethodThatCanBeTunedHasNumbersAfterAFewSteps(MethodType type) {
    Consequences known = settled(type.initial(), new Frame(60, 80), 3);

    assertTrue(known.isFinal());
    assertTrue(known.partner().value() > 0 && known.partner().value() < 1);
    assertTrue(known.nearlyPure().value() >= known.onePicture().value() - 1e-9);
  }

  @Test
  void coarseNumbersComeFirst() {
    Consequences first = Consequences.of(wish(new CutMix(1), FRAME, 2), null);

    assertEquals(new Frame(96, 96), first.statistics().frame());
    assertFalse(first.isFinal());
    Consequences second = Consequences.of(first.wish(), first);
    assertTrue(second.isFinal() && second.statistics().isExact());
    assertEquals(first.partner().value(), second.partner().value(), 0.01, "coarse is near to fine");
  }

  @Test
  void nearlyPureIsTheProbabilityOfBothEnds() {
    Consequences mixup = settled(new Mixup(0.2), FRAME, 2);

    Beta beta = new Beta(0.2);
    assertEquals(
        beta.cumulative(0.05) + 1 - beta.cumulative(0.95), mixup.nearlyPure().value(), 1e-9);
    assertEquals(0, mixup.raised().value(), 1e-12);
    assertTrue(mixup.nearlyPure().exact());
  }

  @Test
  void theBorderIsNamedWhereItMakesTheDifference() {
    List<Change> changes =
        Change.between(
            settled(new CutMix(1), FRAME, 2),
            settled(new CutMix(1, BoxRule.UNBIASED, true), FRAME, 2));

    assertEquals(
        List.of(Change.Kind.BORDER, Change.Kind.PLACE),
        changes.stream().map(Change::kind).sorted().toList());
    Change border =
        changes.stream().filter(c -> c.kind() == Change.Kind.BORDER).findFirst().orElseThrow();
    assertEquals(
        "The border cuts boxes off and leaves A more than was drawn: on average 0.182 more with"
            + " setting 1, 0.000 more with setting 2.",
        border.text(new Messages(Language.ENGLISH)).replace("-0.000", "0.000"));
  }

  @Test
  void theStrongerSideIsNamedFirst() {
    Consequences weak = settled(new Mixup(0.1), FRAME, 2);
    Consequences strong = settled(new Mixup(8), FRAME, 2);
    Messages chinese = new Messages(Language.CHINESE);

    String one = text(Change.between(weak, strong), chinese);
    String two = text(Change.between(strong, weak), chinese);

    assertTrue(one.startsWith("用设置 1"), one);
    assertTrue(two.startsWith("用设置 2"), two);
  }

  @Test
  void equalSettingsChangeNothing() {
    Consequences one = settled(new CutMix(1), FRAME, 2);

    assertEquals(List.of(), Change.between(one, one));
  }

  /// Two rules that differ by half a pixel in odd sides.
  @Test
  void whatCannotBeSeenIsNotNamed() {
    Consequences old = settled(new CutMix(1, BoxRule.LEGACY, true), FRAME, 2);
    Consequences now = settled(new CutMix(1, BoxRule.TIMM_1_0_29, true), FRAME, 2);

    assertEquals(List.of(), Change.between(old, now));
  }

  @Test
  void aChanceDifferenceBelowNothingHasNoSign() {
    Change change =
        new Change(
            Change.Kind.BORDER, Estimate.sampled(-0.0002, 0.001), Estimate.calculated(0.203));
    assertEquals(
        "The border cuts boxes off and leaves A more than was drawn: on average 0.203 more with"
            + " setting 2, 0.000 more with setting 1.",
        change.text(new Messages(Language.ENGLISH)));
  }

  private static String text(List<Change> changes, Messages messages) {
    return changes.stream().map(change -> change.text(messages)).collect(Collectors.joining());
  }

  private static Consequences.Wish wish(Method method, Frame frame, int sources) {
    return new Consequences.Wish(method, frame, sources, 42);
  }

  private static Consequences settled(Method method, Frame frame, int sources) {
    Consequences known = null;
    while (known == null || !known.isFinal()) {
      known = Consequences.of(wish(method, frame, sources), known);
    }
    assertNotNull(known);
    return known;
  }
}

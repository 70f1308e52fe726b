package org.mixoscope.kernel.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

class PolicyTest {
  private static final Frame FRAME = new Frame(32, 32);
  private static final Method MIXUP = new Mixup(0.8);
  private static final Method CUTMIX = new CutMix(1);
  private static final Policy BOTH = Policy.switching(MIXUP, CUTMIX, 0.5);

  @Property(tries = 200)
  void samePlaceGivesTheSamePlan(
      @ForAll Granularity granularity,
      @ForAll Pairing pairing,
      @ForAll @IntRange(min = 1, max = 33) int size,
      @ForAll long seed,
      @ForAll @LongRange(max = 1000) long epoch,
      @ForAll @LongRange(max = 1L << 28) long batch) {
    Policy policy = BOTH.with(granularity, fitting(granularity, pairing)).withProbability(0.7);

    List<SampleMix> plan = policy.plan(size, FRAME, seed, epoch, batch);

    assertEquals(plan, policy.plan(size, FRAME, seed, epoch, batch));
    assertEquals(granularity == Granularity.HALF ? (size + 1) / 2 : size, plan.size());
    for (int i = 0; i < plan.size(); i++) {
      List<Integer> sources = plan.get(i).sources();
      assertEquals(2, sources.size());
      assertEquals(i, sources.getFirst());
      assertTrue(sources.getLast() < size);
      assertTrue(sources.getLast() != i || plan.get(i).untouched());
    }
  }

  @Test
  void anotherSeedEpochOrBatchGivesAnotherPlan() {
    Set<List<SampleMix>> plans = new HashSet<>();
    plans.add(BOTH.plan(8, FRAME, 1, 0, 0));
    plans.add(BOTH.plan(8, FRAME, 2, 0, 0));
    plans.add(BOTH.plan(8, FRAME, 1, 1, 0));
    plans.add(BOTH.plan(8, FRAME, 1, 0, 1));

    assertEquals(4, plans.size());
  }

  @Test
  void elementsOfTheFirstBatchAreDrawnAsRecipesAre() {
    List<SampleMix> plan = Policy.of(CUTMIX).withProbability(0.5).plan(64, FRAME, 42, 0, 0);

    int mixed = 0;
    for (int i = 0; i < plan.size(); i++) {
      if (!plan.get(i).untouched()) {
        assertEquals(CUTMIX.draw(RandomStreams.of(42, 0, i)), plan.get(i).draw());
        mixed++;
      }
    }
    assertTrue(mixed > 16 && mixed < 48);
  }

  @Test
  void drawsOfASampleDoNotDependOnHowManyThereAre() {
    List<SampleMix> large = Policy.of(MIXUP).plan(50, FRAME, 9, 3, 7);
    List<SampleMix> small = Policy.of(MIXUP).plan(5, FRAME, 9, 3, 7);

    for (int i = 0; i < small.size(); i++) {
      assertEquals(large.get(i).draw(), small.get(i).draw());
    }
  }

  @Test
  void batchSharesOneDecision() {
    Set<Method> methods = new HashSet<>();
    for (int batch = 0; batch < 20; batch++) {
      List<SampleMix> plan = BOTH.with(Granularity.BATCH, Pairing.ROLL).plan(7, FRAME, 3, 0, batch);

      assertEquals(1, plan.stream().map(SampleMix::draw).distinct().count());
      assertEquals(1, plan.stream().map(SampleMix::method).distinct().count());
      methods.add(plan.getFirst().method());
    }
    assertEquals(Set.of(MIXUP, CUTMIX), methods);
  }

  @Test
  void pairSharesOneDecisionAndMixesBothWays() {
    List<SampleMix> plan = BOTH.with(Granularity.PAIR, Pairing.FLIP).plan(8, FRAME, 3, 0, 0);

    for (int i = 0; i < 8; i++) {
      SampleMix other = plan.get(7 - i);
      assertEquals(plan.get(i).draw(), other.draw());
      assertEquals(plan.get(i).method(), other.method());
      assertEquals(List.of(7 - i, i), other.sources());
    }
    assertEquals(4, plan.stream().map(SampleMix::draw).distinct().count());
  }

  @Test
  void halfIsTheFirstHalfOfTheElements() {
    List<SampleMix> half = BOTH.with(Granularity.HALF, Pairing.FLIP).plan(8, FRAME, 3, 0, 0);
    List<SampleMix> all = BOTH.with(Granularity.ELEMENT, Pairing.FLIP).plan(8, FRAME, 3, 0, 0);

    assertEquals(all.subList(0, 4), half);
  }

  @ParameterizedTest
  @EnumSource
  void middleOfAFlippedOddBatchIsLeftAlone(Granularity granularity) {
    List<SampleMix> plan =
        Policy.of(CUTMIX).with(granularity, Pairing.FLIP).plan(5, FRAME, 3, 0, 0);

    assertEquals(List.of(2, 2), plan.get(2).sources());
    assertTrue(plan.get(2).untouched());
    assertTrue(plan.stream().filter(SampleMix::untouched).count() == 1);
  }

  @ParameterizedTest
  @EnumSource
  void onlySampleOfABatchIsLeftAlone(Pairing pairing) {
    SampleMix only =
        Policy.of(CUTMIX).with(Granularity.ELEMENT, pairing).plan(1, FRAME, 3, 0, 0).getFirst();

    assertTrue(only.untouched());
    assertEquals(List.of(0, 0), only.sources());
  }

  @Test
  void probabilityAndWeightsAreKept() {
    Policy policy =
        Policy.of(List.of(new Choice(MIXUP, 3), new Choice(CUTMIX, 1), new Choice(new Mixup(5), 0)))
            .withProbability(0.4);
    int samples = 20_000;
    List<SampleMix> mixed =
        policy.plan(samples, FRAME, 11, 0, 0).stream().filter(mix -> !mix.untouched()).toList();
    long cut = mixed.stream().filter(mix -> mix.method().equals(CUTMIX)).count();

    assertEquals(0.4, mixed.size() / (double) samples, 0.018); // five standard errors
    assertEquals(0.25, cut / (double) mixed.size(), 0.025);
    assertTrue(mixed.stream().noneMatch(mix -> mix.method().equals(new Mixup(5))));
  }

  @Test
  void probabilityDecidesWhoIsMixedAndNotHow() {
    List<SampleMix> often = BOTH.withProbability(0.9).plan(64, FRAME, 5, 0, 0);
    List<SampleMix> seldom = BOTH.withProbability(0.2).plan(64, FRAME, 5, 0, 0);

    for (int i = 0; i < 64; i++) {
      if (!seldom.get(i).untouched()) {
        assertEquals(often.get(i), seldom.get(i));
      }
      assertEquals(often.get(i).sources(), seldom.get(i).sources());
    }
  }

  @Test
  void borderProbabilitiesAreNeverAndAlways() {
    assertTrue(
        BOTH.withProbability(0).plan(50, FRAME, 5, 0, 0).stream().allMatch(SampleMix::untouched));
    assertTrue(BOTH.plan(50, FRAME, 5, 0, 0).stream().noneMatch(SampleMix::untouched));
    assertTrue(
        Policy.switching(MIXUP, CUTMIX, 1).plan(50, FRAME, 5, 0, 0).stream()
            .allMatch(mix -> mix.method().equals(CUTMIX)));
  }

  @Test
  void nothingIsMixedFromTheLastEpochOn() {
    Policy policy = BOTH.withoutMixingFrom(3);

    assertEquals(BOTH.plan(8, FRAME, 5, 2, 0), policy.plan(8, FRAME, 5, 2, 0));
    for (long epoch : new long[] {3, 4, 1000}) {
      List<SampleMix> plan = policy.plan(8, FRAME, 5, epoch, 0);
      assertEquals(8, plan.size());
      assertTrue(plan.stream().allMatch(SampleMix::untouched));
    }
  }

  @Test
  void unmixedSampleComesBackByteForByte() {
    SampleMix alone = SampleMix.unmixed(3, 5);
    List<Pixels> sources =
        TestPictures.random(new Random(1), 2, FRAME, 3, ElementType.UINT8, Layout.HWC);

    Pixels out = Mixer.mix(alone.method().compose(alone.draw(), Inputs.of(FRAME)), sources);

    assertArrayEquals(TestPictures.bytes(sources.getFirst()), TestPictures.bytes(out));
    assertTrue(alone.untouched());
    assertEquals(List.of(3, 5), alone.sources());
  }

  @Test
  void drawingMayUseWhatTheBatchHasInCommon() {
    Drawing sharing = new Sharing(MIXUP);
    List<SampleMix> plan = Policy.of(List.of(new Choice(sharing, 1, 2))).plan(9, FRAME, 1, 0, 0);

    assertEquals(1, plan.stream().map(mix -> mix.draw().u()).distinct().count());
    assertEquals(9, plan.stream().map(mix -> mix.draw().lambda()).distinct().count());
    assertNotEquals(
        plan.getFirst().draw().u(),
        Policy.of(List.of(new Choice(sharing, 1, 2)))
            .plan(9, FRAME, 1, 0, 1)
            .getFirst()
            .draw()
            .u());
  }

  private record Sharing(Method method) implements Drawing {
    @Override
    public Draw draw(RandomGenerator own, RandomGenerator shared, Frame frame, int sources) {
      return new Draw(own.nextDouble(), shared.nextDouble(), shared.nextDouble());
    }
  }

  @Test
  void refusalsSayWhatIsAllowed() {
    assertRefused("probability = 1.5: must be within [0, 1]", () -> BOTH.withProbability(1.5));
    assertRefused(
        "probability = NaN: must be within [0, 1]", () -> BOTH.withProbability(Double.NaN));
    assertRefused(
        "switch probability = -0.1: must be within [0, 1]",
        () -> Policy.switching(MIXUP, CUTMIX, -0.1));
    assertRefused(
        "choices: needs at least one method with a weight above 0", () -> Policy.of(List.of()));
    assertRefused(
        "choices: needs at least one method with a weight above 0",
        () -> Policy.of(List.of(new Choice(MIXUP, 0))));
    assertRefused(
        "weight of mixup = -1.0: must be at least 0 and finite", () -> new Choice(MIXUP, -1));
    assertRefused("sources of cutmix = 3: must be 2", () -> new Choice(CUTMIX, 1, 3));
    assertRefused(
        "granularity = pair, pairing = roll: needs pairing flip, where two are mixed with each"
            + " other",
        () -> BOTH.with(Granularity.PAIR, Pairing.ROLL));
    assertRefused("off from epoch = -1: must be at least 0", () -> BOTH.withoutMixingFrom(-1));
    assertRefused("batch size = 0: must be at least 1", () -> BOTH.plan(0, FRAME, 1, 0, 0));
    assertRefused(
        "batch = -1: must be at least 0 and below 536870912", () -> BOTH.plan(4, FRAME, 1, 0, -1));
  }

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  private static Pairing fitting(Granularity granularity, Pairing wanted) {
    return List.of(Granularity.PAIR, Granularity.HALF).contains(granularity)
        ? Pairing.FLIP
        : wanted;
  }
}

package org.mixoscope.batch.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.sample.Partners.Who;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.MethodType;

@BesideWindows
class SamplePlanTest {
  @Property(tries = 100)
  void everyCopyTakesEveryPictureOnceAndOriginalsComeLast(
      @ForAll("classes") List<Integer> classes,
      @ForAll @IntRange(min = 1, max = 4) int copies,
      @ForAll boolean keepOriginals,
      @ForAll long seed)
      throws IOException {
    try (DataSet data = Classes.of(classes)) {
      SamplePlan plan =
          new SamplePlan(
              Stock.of(data), Classes.settings(Partners.ROLL, copies, keepOriginals, seed));
      int n = classes.size();
      assertEquals(n * (copies + (keepOriginals ? 1 : 0)), plan.size());
      List<Integer> all = IntStream.range(0, n).boxed().toList();
      for (int copy = 0; copy < copies; copy++) {
        assertEquals(all, own(plan, copy * n, n).stream().sorted().toList());
      }
      assertEquals(
          keepOriginals ? all : List.of(), own(plan, copies * n, plan.size() - copies * n));
      for (int sample = 0; sample < plan.size(); sample++) {
        assertEquals(sample >= copies * n, plan.isOriginal(sample));
      }
    }
  }

  /// By all rules for classes.
  @Provide
  static Arbitrary<Partners> whoever() {
    return Arbitraries.of(Partners.Who.class)
        .filter(who -> who != Partners.Who.NEAR_LABEL)
        .map(Partners::of);
  }

  @Test
  void whatIsWhereIsNeededByMethodsThatMixByIt() throws IOException {
    try (DataSet data = Classes.of(List.of(0, 1))) {
      SampleSettings usual = Classes.settings(Partners.ROLL, 1, false, 1);
      SampleSettings settings =
          new SampleSettings(
              Policy.of(MethodType.of("classmix").initial()),
              usual.partners(),
              usual.blending(),
              null,
              usual.frame(),
              usual.fit(),
              usual.channels(),
              usual.labelling(),
              0,
              1,
              false,
              1);
      assertEquals(
          SampleReason.NEEDS_MARKS.of("classmix"),
          assertThrows(RefusedException.class, () -> new SamplePlan(Stock.of(data), settings))
              .objection());
    }
  }

  /// Of a long tail, every class is as often a partner's as any other.
  @Test
  void balancedPartnersAreOfAnyClassAsOften() throws IOException {
    List<Integer> classes = new ArrayList<>(Collections.nCopies(90, 0));
    classes.addAll(Collections.nCopies(9, 1));
    classes.add(2);
    try (DataSet data = Classes.of(classes)) {
      SamplePlan plan =
          new SamplePlan(Stock.of(data), Classes.settings(Partners.of(Who.BALANCED), 60, false, 1));
      int[] counts = new int[3];
      for (int sample = 0; sample < plan.size(); sample++) {
        counts[data.classOf(plan.partners(sample).nextInt())]++;
      }
      for (int count : counts) {
        assertEquals(2000, count, 200, Arrays.toString(counts));
      }
    }
  }

  /// Against the odds of the definition, summed over all pictures.
  @Test
  void nearPartnersHaveTheOddsOfTheirDistance() throws IOException {
    List<Double> numbers = List.of(20.0, 21.0, 21.0, 23.5, 26.0, 60.0);
    double sigma = 2;
    int copies = 4000;
    try (DataSet data = Classes.ofNumbers(numbers)) {
      SamplePlan plan =
          new SamplePlan(
              Stock.of(data),
              Classes.settings(new Partners(Who.NEAR_LABEL, sigma), copies, false, 1));
      int[][] counts = new int[6][6];
      for (int sample = 0; sample < plan.size(); sample++) {
        counts[plan.own(sample)][plan.partners(sample).nextInt()]++;
      }
      for (int own = 0; own < 5; own++) {
        double[] odds = new double[6];
        for (int other = 0; other < 6; other++) {
          double d = numbers.get(own) - numbers.get(other);
          odds[other] = other == own ? 0 : Math.exp(-d * d / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(odds).sum();
        for (int other = 0; other < 6; other++) {
          assertEquals(copies * odds[other] / sum, counts[own][other], 130, own + " " + other);
        }
      }
      assertEquals(copies, counts[5][4], "nobody is near: the nearest");
    }
  }

  @Test
  void rulesForClassesAndForNumbersAreKeptApart() throws IOException {
    try (DataSet numbers = Classes.ofNumbers(List.of(1.0, 2.5));
        DataSet classes = Classes.of(List.of(0, 1))) {
      for (Who who : List.of(Who.SAME_CLASS, Who.OTHER_CLASS, Who.BALANCED)) {
        assertThrows(
            RefusedException.class,
            () ->
                new SamplePlan(Stock.of(numbers), Classes.settings(Partners.of(who), 1, false, 1)));
      }
      SampleSettings near = Classes.settings(new Partners(Who.NEAR_LABEL, 1.0), 1, false, 1);
      assertThrows(RefusedException.class, () -> new SamplePlan(Stock.of(classes), near));
    }
    assertThrows(RefusedException.class, () -> new Partners(Who.NEAR_LABEL, 0.0));
    assertThrows(RefusedException.class, () -> new Partners(Who.NEAR_LABEL, null));
    assertThrows(RefusedException.class, () -> new Partners(Who.RANDOM, 1.0));
  }

  /// Whoever asks in another order, or for more copies, gets the same samples.
  @Property(tries = 100)
  void sampleDependsOnSeedAndNumberAlone(
      @ForAll("classes") List<Integer> classes,
      @ForAll("whoever") Partners partners,
      @ForAll long seed)
      throws IOException {
    List<Integer> two = withTwoClasses(classes);
    try (DataSet data = Classes.of(two)) {
      SamplePlan few = new SamplePlan(Stock.of(data), Classes.settings(partners, 2, false, seed));
      SamplePlan more = new SamplePlan(Stock.of(data), Classes.settings(partners, 5, true, seed));
      List<Integer> order = new ArrayList<>(IntStream.range(0, few.size()).boxed().toList());
      Collections.reverse(order);
      for (int sample : order) {
        assertEquals(more.own(sample), few.own(sample));
        assertEquals(partners(more, sample), partners(few, sample));
      }
    }
  }

  /// In a roll each picture is decoded once: the partner is the picture of the sample before.
  @Property(tries = 100)
  void rollTakesThePicturesBeforeInTheirOrder(
      @ForAll("classes") List<Integer> classes, @ForAll long seed) throws IOException {
    try (DataSet data = Classes.of(classes)) {
      SamplePlan plan =
          new SamplePlan(Stock.of(data), Classes.settings(Partners.ROLL, 3, false, seed));
      int n = classes.size();
      for (int sample = 0; sample < plan.size(); sample++) {
        int begin = sample - sample % n;
        List<Integer> expected = new ArrayList<>();
        for (int back = 1; back < n; back++) {
          expected.add(plan.own(begin + Math.floorMod(sample - begin - back, n)));
        }
        assertEquals(expected, partners(plan, sample));
      }
    }
  }

  @Property(tries = 100)
  void partnersAreAllWhoMayBeMixedAndEachOnce(
      @ForAll("classes") List<Integer> classes,
      @ForAll("whoever") Partners partners,
      @ForAll long seed)
      throws IOException {
    List<Integer> two = withTwoClasses(classes);
    try (DataSet data = Classes.of(two)) {
      SamplePlan plan = new SamplePlan(Stock.of(data), Classes.settings(partners, 2, false, seed));
      for (int sample = 0; sample < plan.size(); sample++) {
        int own = plan.own(sample);
        Set<Integer> expected =
            IntStream.range(0, two.size())
                .filter(other -> other != own)
                .filter(
                    other ->
                        switch (partners.who()) {
                          case ROLL, RANDOM, BALANCED, NEAR_LABEL, FAR_SALIENCY -> true;
                          case SAME_CLASS -> two.get(other).equals(two.get(own));
                          case OTHER_CLASS -> !two.get(other).equals(two.get(own));
                        })
                .boxed()
                .collect(Collectors.toSet());

        List<Integer> found = partners(plan, sample);

        assertEquals(expected, Set.copyOf(found));
        assertEquals(expected.size(), found.size());
      }
    }
  }

  @Test
  void firstPartnersAreAllAsLikely() throws IOException {
    int pictures = 8;
    int copies = 2000;
    List<Integer> classes = IntStream.range(0, pictures).map(i -> i % 2).boxed().toList();
    try (DataSet data = Classes.of(classes)) {
      SamplePlan plan =
          new SamplePlan(Stock.of(data), Classes.settings(Partners.OTHER_CLASS, copies, false, 1));
      int[][] counts = new int[pictures][pictures];
      for (int sample = 0; sample < plan.size(); sample++) {
        counts[plan.own(sample)][plan.partners(sample).nextInt()]++;
      }
      for (int own = 0; own < pictures; own++) {
        for (int other = 0; other < pictures; other++) {
          double expected = own % 2 == other % 2 ? 0 : 0.25;
          double error = Math.sqrt(expected * (1 - expected) / copies);
          assertEquals(expected, counts[own][other] / (double) copies, 5 * error);
        }
      }
    }
  }

  @Test
  void seedsAndCopiesShuffleDifferently() throws IOException {
    try (DataSet data = Classes.of(Collections.nCopies(50, 0))) {
      SamplePlan one = new SamplePlan(Stock.of(data), Classes.settings(Partners.ROLL, 2, false, 1));
      SamplePlan other =
          new SamplePlan(Stock.of(data), Classes.settings(Partners.ROLL, 2, false, 2));

      assertNotEquals(own(one, 0, 50), own(other, 0, 50));
      assertNotEquals(own(one, 0, 50), own(one, 50, 50));
    }
  }

  @Test
  void moreSamplesThanNumbersAreRefused() throws IOException {
    try (DataSet data = Classes.of(Collections.nCopies(10, 0))) {
      int most = Integer.MAX_VALUE / 10;
      new SamplePlan(Stock.of(data), Classes.settings(Partners.ROLL, most, false, 1));
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new SamplePlan(Stock.of(data), Classes.settings(Partners.ROLL, most, true, 1)));
      assertEquals(
          "copies = 214748364: of 10 pictures are more than 2147483647 samples", e.getMessage());
    }
  }

  @Test
  void oneClassHasNoOther() throws IOException {
    try (DataSet data = Classes.of(List.of(3, 3))) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  new SamplePlan(
                      Stock.of(data), Classes.settings(Partners.OTHER_CLASS, 1, false, 1)));
      assertEquals("pairing = other-class: the data set has the one class class 3", e.getMessage());
    }
  }

  @Provide
  static Arbitrary<List<Integer>> classes() {
    return Classes.upTo(20);
  }

  private static List<Integer> withTwoClasses(List<Integer> classes) {
    List<Integer> more = new ArrayList<>(classes);
    more.add(0);
    more.add(1);
    return more;
  }

  private static List<Integer> own(SamplePlan plan, int from, int count) {
    return IntStream.range(from, from + count).map(plan::own).boxed().toList();
  }

  private static List<Integer> partners(SamplePlan plan, int sample) {
    List<Integer> all = new ArrayList<>();
    plan.partners(sample).forEachRemaining((int partner) -> all.add(partner));
    return all;
  }
}

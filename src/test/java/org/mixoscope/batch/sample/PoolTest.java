package org.mixoscope.batch.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mixoscope.dataset.labelled.DataSet;

class PoolTest {
  /// Against the definition, one picture after the other.
  @Property(tries = 200)
  void othersAreThoseOfTheDefinitionEachOnce(
      @ForAll("classes") List<Integer> classes, @ForAll Partners.Who who) throws IOException {
    BiPredicate<Integer, Integer> mayMix =
        switch (who) {
          case ROLL, RANDOM, BALANCED, NEAR_LABEL, FAR_SALIENCY -> (own, other) -> true;
          case SAME_CLASS -> Integer::equals;
          case OTHER_CLASS -> (own, other) -> !own.equals(other);
        };
    try (DataSet data = Classes.of(classes)) {
      Pool pool = new Pool(data, who);
      for (int own = 0; own < classes.size(); own++) {
        int picture = own;
        Set<Integer> expected =
            IntStream.range(0, classes.size())
                .filter(other -> other != picture)
                .filter(other -> mayMix.test(classes.get(picture), classes.get(other)))
                .boxed()
                .collect(Collectors.toSet());

        List<Integer> others =
            IntStream.range(0, pool.others(own)).map(k -> pool.other(picture, k)).boxed().toList();

        assertEquals(expected, Set.copyOf(others));
        assertEquals(expected.size(), others.size());
      }
    }
  }

  @Property(tries = 50)
  void nobodyIsHisOwnPartner(@ForAll("classes") List<Integer> classes, @ForAll Partners.Who who)
      throws IOException {
    try (DataSet data = Classes.of(classes)) {
      Pool pool = new Pool(data, who);
      for (int own = 0; own < classes.size(); own++) {
        for (int k = 0; k < pool.others(own); k++) {
          assertFalse(pool.other(own, k) == own);
        }
      }
    }
  }

  @Provide
  static Arbitrary<List<Integer>> classes() {
    return Classes.upTo(25);
  }
}

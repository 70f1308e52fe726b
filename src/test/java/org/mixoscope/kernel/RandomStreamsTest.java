package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

class RandomStreamsTest {
  private static final int SAMPLES = 300;

  @Property(tries = 20)
  void drawOfASampleIsTheSameInWhateverOrderOrThreadItIsAskedFor(
      @ForAll long seed, @ForAll long epoch, @ForAll long shuffle) {
    for (Method method : List.of(new Mixup(0.2), new CutMix(1))) {
      LongFunction<Draw> draw = index -> method.draw(RandomStreams.of(seed, epoch, index));
      List<Draw> inOrder = LongStream.range(0, SAMPLES).mapToObj(draw).toList();
      List<Long> indices = LongStream.range(0, SAMPLES).boxed().collect(Collectors.toList());
      Collections.shuffle(indices, new Random(shuffle));

      Map<Long, Draw> shuffled = new ConcurrentHashMap<>();
      indices.parallelStream().forEach(index -> shuffled.put(index, draw.apply(index)));

      for (int index = 0; index < SAMPLES; index++) {
        assertEquals(inOrder.get(index), shuffled.get((long) index));
      }
    }
  }

  @Property
  void drawDependsOnSeedEpochAndIndex(
      @ForAll long seed, @ForAll long epoch, @ForAll long index, @ForAll long other) {
    Draw draw = draw(seed, epoch, index);

    assertEquals(draw, draw(seed, epoch, index));
    Assume.that(other != seed && other != epoch && other != index);
    assertNotEquals(draw, draw(other, epoch, index));
    assertNotEquals(draw, draw(seed, other, index));
    assertNotEquals(draw, draw(seed, epoch, other));
  }

  @Property
  void seedEpochAndIndexAreNotInterchangeable(@ForAll long one, @ForAll long other) {
    Assume.that(one != other);

    assertNotEquals(draw(one, other, 0), draw(other, one, 0));
    assertNotEquals(draw(one, 0, other), draw(other, 0, one));
    assertNotEquals(draw(0, one, other), draw(0, other, one));
  }

  @Test
  void neighbouringStreamsShareNoNumbers() {
    Set<Long> seen = new HashSet<>();
    int numbers = 0;
    for (long seed = 0; seed < 3; seed++) {
      for (long epoch = 0; epoch < 3; epoch++) {
        for (long index = 0; index < 50; index++) {
          var stream = RandomStreams.of(seed, epoch, index);
          for (int i = 0; i < 50; i++) {
            seen.add(stream.nextLong());
            numbers++;
          }
        }
      }
    }
    assertEquals(numbers, seen.size());
  }

  @Test
  void firstNumbersOfNeighbouringStreamsAreUncorrelated() {
    int n = 20_000;
    double sum = 0;
    double products = 0;
    double before = RandomStreams.of(1, 2, 0).nextDouble() - 0.5;
    for (int index = 1; index <= n; index++) {
      double value = RandomStreams.of(1, 2, index).nextDouble() - 0.5;
      sum += value;
      products += value * before;
      before = value;
    }
    double variance = 1 / 12.0;
    assertTrue(Math.abs(sum / n) < 4 * Math.sqrt(variance / n));
    assertTrue(Math.abs(products / n) < 4 * variance / Math.sqrt(n));
  }

  private static Draw draw(long seed, long epoch, long index) {
    return new CutMix(1).draw(RandomStreams.of(seed, epoch, index));
  }
}

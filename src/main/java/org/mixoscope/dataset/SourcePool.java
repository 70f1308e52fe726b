package org.mixoscope.dataset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.recipe.Source;

/// Numbered sources that mixes are made of: a folder of pictures, or the samples.
///
/// As in an epoch of training, every source is once A; a seed decides what it is mixed with. So
/// there are as many pairs (or larger groups) as sources, and a number and a seed name one.
public interface SourcePool {
  /// How many there are.
  int size();

  /// One of them.
  ///
  /// @param number within [0, [#size])
  /// @throws IndexOutOfBoundsException if there is none of this number
  Source source(int number);

  /// The number of the source at a location; −1 if it is not in here.
  int indexOf(String location);

  /// The names of all classes; none where sources have no classes in common.
  default Set<String> classes() {
    return Set.of();
  }

  /// The locations of the sources whose files have a name.
  default List<String> named(String file) {
    return List.of();
  }

  /// What is mixed in the group with a number: its source and, after it, others that the seed
  /// draws, all different.
  ///
  /// @param seed of the groups; independent of what the same seed draws for λ
  /// @param number within [0, [#size])
  /// @param count how many are wanted, at least 1; a smaller pool gives all it has
  default List<Source> group(long seed, int number, int count) {
    RandomGenerator random = RandomStreams.of(seed, Epoch.PARTNERS, number);
    Set<Integer> members = new LinkedHashSet<>(List.of(number));
    while (members.size() < Math.min(count, size())) {
      members.add(random.nextInt(size()));
    }
    return members.stream().map(this::source).toList();
  }

  /// The number of a group at random.
  ///
  /// @param draw which draw of the seed, from 0
  /// @throws IllegalArgumentException if the pool is empty
  default int draw(long seed, long draw) {
    return RandomStreams.of(seed, Epoch.GROUPS, draw).nextInt(size());
  }

  /// Streams of their own: epochs of training and the draws of recipes count from 0.
  final class Epoch {
    private static final long PARTNERS = -1;
    private static final long GROUPS = -2;

    private Epoch() {}
  }
}

package org.mixoscope.kernel.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Method;

/// What is done to batches: one of several methods, now and then, per batch, element, pair or half.
///
/// Each decision has a stream of its own, keyed by seed, epoch, batch and its number, and whether
/// and how to mix is drawn from another one than the draw itself. So no decision depends on any
/// other: threads, restarts, and another probability or other weights leave a sample's draws as
/// they were. In batch 0 of epoch 0 an element is mixed by the very draw that a recipe with the
/// same seed and index has.
///
/// @param choices the methods to choose from, at least one
/// @param probability that a batch, element or pair is mixed at all, within [0, 1]
/// @param granularity for what is chosen and drawn
/// @param pairing who is mixed with whom. A sample that has no partner but itself is left alone
/// @param offFromEpoch the first epoch, counted from 0, in which nothing is mixed any more; at
///   least 0, [#NEVER] for none
public record Policy(
    List<Choice> choices,
    double probability,
    Granularity granularity,
    Pairing pairing,
    long offFromEpoch)
    implements BatchPlanner {
  /// No epoch.
  public static final long NEVER = Long.MAX_VALUE;

  private static final long MOST_BATCHES = 1L << 29;

  /// Bits of what a batch numbers.
  private static final int NUMBER_BITS = 31;

  /// A method to choose.
  ///
  /// @param drawing the method and how it is drawn
  /// @param weight how often, in proportion to the weights of the others; at least 0
  /// @param sources how many sources it mixes, the sample itself among them; 2 to the method's
  ///   most, 1 for a method that mixes no other
  public record Choice(Drawing drawing, double weight, int sources) {
    /// @throws IllegalArgumentException if the weight is negative or not finite, or the method does
    ///   not mix as many
    public Choice {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weight of %s = %s: must be at least 0 and finite"
                .formatted(drawing.method().type(), weight));
      }
      int most = drawing.method().type().maxSources();
      int least = Math.min(2, most);
      if (sources < least || sources > most) {
        throw new IllegalArgumentException(
            "sources of %s = %d: must be %s"
                .formatted(
                    drawing.method().type(),
                    sources,
                    most == least ? most : "within [2, " + most + "]"));
      }
    }

    /// A method that draws by itself, for pairs, or a single picture if it mixes no other.
    public Choice(Method method, double weight) {
      this(Drawing.of(method), weight, method.type().mixed(2));
    }

    /// A method that draws by itself.
    public Choice(Method method, double weight, int sources) {
      this(Drawing.of(method), weight, sources);
    }
  }

  /// Keeps a copy of the choices.
  ///
  /// @throws IllegalArgumentException if a value is out of its range, no choice has a weight, or
  ///   the granularity does not go with the pairing
  public Policy {
    choices = List.copyOf(choices);
    if (!(choices.stream().mapToDouble(Choice::weight).sum() > 0)) {
      throw new IllegalArgumentException(
          "choices: needs at least one method with a weight above 0");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability = " + probability + ": must be within [0, 1]");
    }
    boolean mutual = granularity == Granularity.PAIR || granularity == Granularity.HALF;
    if (mutual && pairing != Pairing.FLIP) {
      throw new IllegalArgumentException(
          "granularity = %s, pairing = %s: needs pairing flip, where two are mixed with each other"
              .formatted(granularity.id(), pairing.id()));
    }
    if (offFromEpoch < 0) {
      throw new IllegalArgumentException(
          "off from epoch = " + offFromEpoch + ": must be at least 0");
    }
  }

  /// One method for every sample, always, each with a partner that is not itself.
  public static Policy of(Method method) {
    return of(List.of(new Choice(method, 1)));
  }

  /// One of several for every sample, always, each with a partner that is not itself.
  public static Policy of(List<Choice> choices) {
    return new Policy(choices, 1, Granularity.ELEMENT, Pairing.DERANGEMENT, NEVER);
  }

  /// One of two methods, as timm's `switch_prob` has it.
  ///
  /// @param switchProbability probability of the second one, within [0, 1]
  /// @throws IllegalArgumentException if it is not
  public static Policy switching(Method first, Method second, double switchProbability) {
    if (!(switchProbability >= 0 && switchProbability <= 1)) {
      throw new IllegalArgumentException(
          "switch probability = " + switchProbability + ": must be within [0, 1]");
    }
    return of(
        List.of(new Choice(first, 1 - switchProbability), new Choice(second, switchProbability)));
  }

  /// With another apply probability.
  public Policy withProbability(double newProbability) {
    return new Policy(choices, newProbability, granularity, pairing, offFromEpoch);
  }

  /// With another granularity and pairing: one may need the other.
  public Policy with(Granularity newGranularity, Pairing newPairing) {
    return new Policy(choices, probability, newGranularity, newPairing, offFromEpoch);
  }

  /// Without mixing from an epoch on.
  public Policy withoutMixingFrom(long epoch) {
    return new Policy(choices, probability, granularity, pairing, epoch);
  }

  /// {@inheritDoc}
  ///
  /// Any batch size will do. In an odd batch flipped, the sample in the middle is left alone.
  ///
  /// @throws IllegalArgumentException if a number is below its range
  @Override
  public List<SampleMix> plan(int batchSize, Frame frame, long seed, long epoch, long batch) {
    requireWithin("epoch", epoch, Long.MAX_VALUE);
    requireWithin("batch", batch, MOST_BATCHES);
    Streams streams = new Streams(seed, epoch, batch);
    int most = choices.stream().mapToInt(Choice::sources).max().orElseThrow();
    int[][] partners =
        pairing.partners(batchSize, Math.max(1, most - 1), streams.of(Purpose.PAIRING, 0));
    List<Decision> decisions =
        IntStream.range(0, granularity.groups(batchSize))
            .mapToObj(group -> decide(streams, group, 0, frame))
            .toList();
    return IntStream.range(0, granularity.outputs(batchSize))
        .mapToObj(
            sample ->
                decisions.get(granularity.group(sample, batchSize)).of(sample, partners[sample]))
        .toList();
  }

  /// How a sample is mixed that belongs to no batch: a data set that is mixed in advance. Each such
  /// sample is a batch of its own, so granularity, pairing and epochs have no say; what its batch
  /// would share, it draws for itself.
  ///
  /// @param method how it is mixed
  /// @param draw by which draw
  public record Single(Method method, Draw draw) {}

  /// What is done to a sample that belongs to no batch. Its draw is the one that a recipe with the
  /// same seed and index has.
  ///
  /// @param seed key of all random streams
  /// @param index of the sample, within [0, 2⁶⁰)
  /// @param frame of the sample
  /// @return empty if it is left alone
  /// @throws IllegalArgumentException if the index is negative or the frame too small for what is
  ///   drawn
  public Optional<Single> single(long seed, long index, Frame frame) {
    requireWithin("index", index, MOST_BATCHES << NUMBER_BITS);
    Streams streams = new Streams(seed, 0, index >>> NUMBER_BITS);
    int number = (int) (index & Integer.MAX_VALUE);
    Decision decision = decide(streams, number, number, frame);
    return Optional.ofNullable(decision.choice())
        .map(choice -> new Single(choice.drawing().method(), decision.draw()));
  }

  /// Whether a sample that belongs to no batch is mixed at all.
  ///
  /// @param probability within [0, 1]
  /// @param seed key of all random streams
  /// @param index of the sample, at least 0
  public static boolean isMixed(double probability, long seed, int index) {
    return new Streams(seed, 0, 0).of(Purpose.CHOICE, index).nextDouble() < probability;
  }

  /// @param choice null for none
  private record Decision(@Nullable Choice choice, Draw draw) {
    private static final Decision NONE = new Decision(null, SampleMix.UNMIXED);

    SampleMix of(int sample, int[] partners) {
      List<Integer> sources = new ArrayList<>();
      sources.add(sample);
      int mixed = choice == null ? 2 : choice.sources();
      for (int k = 1; k < mixed; k++) {
        sources.add(partners[k - 1]);
      }
      boolean alone = mixed > 1 && sources.stream().allMatch(source -> source == sample);
      return choice == null || alone
          ? SampleMix.unmixed(sample, partners[0])
          : new SampleMix(sources, choice.drawing().method(), draw);
    }
  }

  /// @param shared number of the stream of what others draw alike
  private Decision decide(Streams streams, int group, int shared, Frame frame) {
    RandomGenerator random = streams.of(Purpose.CHOICE, group);
    boolean apply = random.nextDouble() < probability;
    Choice choice = chosen(random.nextDouble());
    if (!apply || streams.epoch() >= offFromEpoch) {
      return Decision.NONE;
    }
    Draw draw =
        choice
            .drawing()
            .draw(
                streams.of(Purpose.DRAW, group),
                streams.of(Purpose.SHARED, shared),
                frame,
                choice.sources());
    return new Decision(choice, draw);
  }

  /// @param p within [0, 1)
  private Choice chosen(double p) {
    double left = p * choices.stream().mapToDouble(Choice::weight).sum();
    Choice chosen = choices.getFirst();
    for (Choice choice : choices) {
      if (choice.weight() > 0) {
        chosen = choice;
        if (left < choice.weight()) {
          return choice;
        }
        left -= choice.weight();
      }
    }
    return chosen; // the last one that has a weight: rounding
  }

  private static void requireWithin(String name, long value, long bound) {
    if (value < 0 || value >= bound) {
      throw new IllegalArgumentException(
          "%s = %d: must be at least 0 and below %d".formatted(name, value, bound));
    }
  }
}

package org.mixoscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mixoscope.kernel.RefusedException;

/// A network: what goes in, and layer after layer. Softmax over what comes out of the last gives
/// the probabilities.
///
/// @param name as users say it: `784-128-10`
/// @param input what goes in
/// @param layers the last one dense, with a unit for each class
public record NetSpec(String name, Shape input, List<Layer> layers) {
  /// Weights that fit the memory of a lesson.
  private static final long MOST = 20_000_000;

  private static final int MOST_UNITS = 4096;
  private static final Pattern UNITS = Pattern.compile("mlp:(\\d{1,4}(?:,\\d{1,4})*)");
  private static final Pattern ENDS = Pattern.compile("(\\d+)((?:-\\d{1,4})*)-(\\d+)");
  private static final Pattern DROPOUT = Pattern.compile("dropout:(0|0?\\.\\d+)");

  /// Keeps a copy of the layers.
  ///
  /// @throws RefusedException if a layer does not fit the one before it, or there are too many
  ///   weights
  public NetSpec {
    layers = List.copyOf(layers);
    if (layers.isEmpty() || !(layers.getLast() instanceof Layer.Dense)) {
      throw new IllegalArgumentException("layers = " + layers + ": the last one must be dense");
    }
    if (weights(input, layers) > MOST) {
      throw new RefusedException(LabReason.TOO_LARGE.of(weights(input, layers), MOST));
    }
  }

  /// The network that a text means: `linear`, `mlp:64,64`, `784-128-10` or `cnn`, and after that
  /// `+batch-norm` and `+dropout:0.5` of its hidden layers.
  ///
  /// @throws RefusedException if it means none, or one for other data
  public static NetSpec of(String text, Shape input, int classes) {
    String[] parts = text.split("\\+", -1);
    List<Layer> normal = new ArrayList<>();
    List<Layer> dropout = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      Matcher share = DROPOUT.matcher(parts[i]);
      if (share.matches() && dropout.isEmpty()) {
        dropout.add(new Layer.Dropout(Double.parseDouble(share.group(1))));
      } else if (parts[i].equals("batch-norm") && normal.isEmpty()) {
        normal.add(new Layer.BatchNorm());
      } else {
        throw unknown(text);
      }
    }
    List<Layer> layers = new ArrayList<>();
    if (parts[0].equals("cnn")) {
      for (int channels : new int[] {16, 32}) {
        layers.add(new Layer.Convolution(channels));
        layers.add(new Layer.MaxPool()); // before ReLU: a quarter of the work, the same result
        layers.addAll(normal);
        layers.add(new Layer.Relu());
      }
      layers.addAll(dropout);
    } else {
      for (int units : hidden(parts[0], text, input, classes)) {
        layers.add(new Layer.Dense(units));
        layers.addAll(normal);
        layers.add(new Layer.Relu());
        layers.addAll(dropout);
      }
    }
    layers.add(new Layer.Dense(classes));
    return new NetSpec(text, input, layers);
  }

  private static List<Integer> hidden(String part, String text, Shape input, int classes) {
    if (part.equals("linear")) {
      return List.of();
    }
    Matcher ends = ENDS.matcher(part);
    Matcher units = UNITS.matcher(part);
    if (ends.matches()) {
      if (!ends.group(1).equals(String.valueOf(input.size()))
          || !ends.group(3).equals(String.valueOf(classes))) {
        throw new RefusedException(LabReason.OTHER_ENDS.of(text, input.size(), classes));
      }
      return numbers(ends.group(2).isEmpty() ? "" : ends.group(2).substring(1), "-", text);
    }
    if (!units.matches()) {
      throw unknown(text);
    }
    return numbers(units.group(1), ",", text);
  }

  private static List<Integer> numbers(String list, String between, String text) {
    List<Integer> numbers =
        list.isEmpty()
            ? List.of()
            : Stream.of(list.split(between, -1)).map(Integer::valueOf).toList();
    if (numbers.stream().anyMatch(units -> units < 1 || units > MOST_UNITS)) {
      throw unknown(text);
    }
    return numbers;
  }

  private static RefusedException unknown(String text) {
    return new RefusedException(LabReason.UNKNOWN_NET.of(text));
  }

  /// K.
  public int classes() {
    return shapes().getLast().size();
  }

  /// What goes into each layer, and what comes out of the last.
  public List<Shape> shapes() {
    return shapes(input, layers);
  }

  private static List<Shape> shapes(Shape input, List<Layer> layers) {
    List<Shape> shapes = new ArrayList<>(List.of(input));
    layers.forEach(layer -> shapes.add(layer.of(shapes.getLast())));
    return shapes;
  }

  /// How many numbers are learned.
  public long weights() {
    return weights(input, layers);
  }

  private static long weights(Shape input, List<Layer> layers) {
    List<Shape> shapes = shapes(input, layers);
    long sum = 0;
    for (int i = 0; i < layers.size(); i++) {
      Shape in = shapes.get(i);
      sum +=
          switch (layers.get(i)) {
            case Layer.Dense(int units) -> (in.size() + 1L) * units;
            case Layer.Convolution(int channels) -> (9L * in.channels() + 1) * channels;
            case Layer.BatchNorm _ -> 2L * in.channels();
            case Layer.MaxPool _, Layer.Relu _, Layer.Dropout _ -> 0;
          };
    }
    return sum;
  }
}

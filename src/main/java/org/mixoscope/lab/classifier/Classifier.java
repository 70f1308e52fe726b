package org.mixoscope.lab.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.classifier.DnnNet.NotRun;
import org.mixoscope.lab.classifier.DnnNet.Output;
import org.mixoscope.lab.classifier.Message.BadMessage;
import org.mixoscope.lab.classifier.OnnxFile.Value;

/// A network that says which class a picture is of. Any number of threads may ask it; they take
/// turns.
public final class Classifier {
  private final DnnNet net;
  private final Understood understood;

  private Classifier(DnnNet net, Understood understood) {
    this.net = net;
    this.understood = understood;
  }

  /// What is known of a network.
  ///
  /// @param input what it takes
  /// @param scaling of pixels
  /// @param assumed the range that was chosen, or is usual; null where the file says the scaling
  /// @param ending what comes out
  /// @param names of the classes
  public record Understood(
      NetInput input,
      Scaling scaling,
      @Nullable PixelRange assumed,
      Ending ending,
      ClassNames names) {}

  /// Opens an ONNX file, and tries it on a black picture.
  ///
  /// @param choices for what the file does not say
  /// @throws RefusedException if it cannot be read or run, is no classifier, or a choice does not
  ///   fit
  public static Classifier open(Path file, Choices choices) {
    try {
      byte[] bytes = read(file);
      return open(file, bytes, OnnxFile.read(bytes), choices);
    } catch (BadMessage e) {
      throw new RefusedException(ClassifierReason.NOT_ONNX.of(file));
    } catch (NotRun e) {
      throw new RefusedException(why(file, e));
    }
  }

  private static Classifier open(Path file, byte[] bytes, OnnxFile onnx, Choices choices)
      throws BadMessage, NotRun {
    NetInput input = input(file, onnx, choices);
    if (onnx.outputs().size() != 1) {
      throw new RefusedException(
          ClassifierReason.SEVERAL_OUTPUTS.of(file, onnx.outputs().size(), names(onnx.outputs())));
    }
    Optional<Scaling> said = Scaling.of(onnx);
    PixelRange usual = input.channels() == 1 ? PixelRange.UNIT : PixelRange.IMAGENET;
    PixelRange range = Objects.requireNonNullElse(choices.range(), usual);
    int[] sides = input.sides();
    DnnNet net = DnnNet.open(FixedInput.of(bytes, onnx.inputs().getFirst(), sides));
    int numbers = Arrays.stream(sides).reduce(1, Math::multiplyExact);
    int classes = classes(file, net.run(new float[numbers], sides), input.batch());
    return new Classifier(
        net,
        new Understood(
            input,
            said.orElse(range.scaling()),
            said.isPresent() ? null : range,
            Ending.of(onnx),
            ClassNames.of(file, onnx.metadata(), choices.names(), classes)));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new RefusedException(ClassifierReason.MISSING.of(file));
    } catch (IOException e) {
      throw new RefusedException(
          ClassifierReason.UNREADABLE.of(file, Objects.toString(e.getMessage())));
    } catch (OutOfMemoryError e) {
      throw new RefusedException(ClassifierReason.TOO_LARGE.of(file));
    }
  }

  private static NetInput input(Path file, OnnxFile onnx, Choices choices) {
    if (!onnx.elsewhere().isEmpty()) {
      throw new RefusedException(ClassifierReason.OTHER_FILE.of(file, onnx.elsewhere().getFirst()));
    }
    if (onnx.inputs().size() != 1) {
      throw new RefusedException(
          ClassifierReason.SEVERAL_INPUTS.of(file, onnx.inputs().size(), names(onnx.inputs())));
    }
    Value input = onnx.inputs().getFirst();
    if (input.type() != Value.FLOAT) {
      throw new RefusedException(
          ClassifierReason.OTHER_NUMBERS.of(file, input.name(), input.type()));
    }
    return NetInput.of(input.sides(), choices.size())
        .orElseThrow(
            () ->
                new RefusedException(
                    ClassifierReason.NO_PICTURE.of(file, input.name(), input.shape())));
  }

  private static String names(List<Value> values) {
    return values.stream().map(Value::name).collect(Collectors.joining(", "));
  }

  /// How many numbers come out for a picture: all sides but one are 1.
  private static int classes(Path file, Output out, int batch) {
    int classes = out.values().length / batch;
    boolean isRow =
        classes > 1
            && out.values().length == classes * batch
            && IntStream.of(out.sides()).filter(side -> side != 1).count() <= (batch > 1 ? 2 : 1);
    if (!isRow) {
      String shape =
          IntStream.of(out.sides()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
      throw new RefusedException(ClassifierReason.NO_CLASSES.of(file, shape));
    }
    return classes;
  }

  private static Objection why(Path file, NotRun failure) {
    String operator = failure.operator();
    return operator.isEmpty()
        ? ClassifierReason.NOT_RUN.of(file, failure.reason())
        : ClassifierReason.UNKNOWN_OPERATOR.of(file, operator);
  }

  /// What is known of it.
  public Understood understood() {
    return understood;
  }

  /// The names of its classes.
  public List<String> classes() {
    return understood.names().names();
  }

  /// The probability of every class.
  ///
  /// @param picture uint8 or uint16 HWC of 1 or 3 channels. Not modified
  /// @throws IllegalStateException if OpenCV fails at it, though it did not when it was tried
  public synchronized List<Double> predict(Pixels picture) {
    NetInput input = understood.input();
    try {
      Output out = net.run(input.numbers(picture, understood.scaling()), input.sides());
      return understood.ending().probabilities(out.values(), classes().size());
    } catch (NotRun e) {
      throw new IllegalStateException(e.reason(), e);
    }
  }

  /// The most probable classes, the most probable first.
  public static List<Integer> top(List<Double> probabilities, int count) {
    return IntStream.range(0, probabilities.size())
        .boxed()
        .sorted((a, b) -> Double.compare(probabilities.get(b), probabilities.get(a)))
        .limit(count)
        .toList();
  }
}

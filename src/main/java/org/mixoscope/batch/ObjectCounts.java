package org.mixoscope.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;

/// What became of the objects of all samples. An object that can be seen in several places is
/// written for each.
///
/// @param shown how many the pictures have that the samples show
/// @param kept how many are written to be learnt
/// @param ignored how many are written to be ignored: regions of many, and what is too hidden
/// @param leftOut how many are to be ignored, which the format cannot say
/// @param gone how many fell away
/// @param unlabelled samples whose label is 0 for every class
public record ObjectCounts(
    long shown, long kept, long ignored, long leftOut, long gone, long unlabelled) {
  /// Of samples without objects.
  public static final ObjectCounts NONE = new ObjectCounts(0, 0, 0, 0, 0, 0);

  /// With those of one more sample.
  ///
  /// @param format that it is written in
  ObjectCounts plus(Made made, OutputFormat format) {
    return made instanceof Sample sample
        ? switch (sample.target()) {
          case Objects objects -> plus(objects, format.saysWhatToIgnore());
          case ClassWeights label when label.isZero() ->
              new ObjectCounts(shown, kept, ignored, leftOut, gone, unlabelled + 1);
          default -> this;
        }
        : this;
  }

  /// With those of other samples.
  ObjectCounts plus(ObjectCounts other) {
    return new ObjectCounts(
        shown + other.shown,
        kept + other.kept,
        ignored + other.ignored,
        leftOut + other.leftOut,
        gone + other.gone,
        unlabelled + other.unlabelled);
  }

  private ObjectCounts plus(Objects objects, boolean saysIgnored) {
    long ignore = objects.instances().stream().filter(Instance::isToBeIgnored).count();
    return new ObjectCounts(
        shown + objects.shown(),
        kept + objects.instances().size() - ignore,
        ignored + (saysIgnored ? ignore : 0),
        leftOut + (saysIgnored ? 0 : ignore),
        gone + objects.gone(),
        unlabelled);
  }

  /// Whether there was any object, or a sample without a label.
  public boolean isSomething() {
    return !equals(NONE);
  }

  /// As JSON.
  public ObjectNode tree() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("shown", shown)
        .put("kept", kept)
        .put("ignored", ignored)
        .put("left_out", leftOut)
        .put("gone", gone)
        .put("unlabelled_samples", unlabelled);
  }

  /// As numbers, for the journal.
  Stream<Long> numbers() {
    return LongStream.of(shown, kept, ignored, leftOut, gone, unlabelled).boxed();
  }

  static ObjectCounts of(List<Long> n) {
    return new ObjectCounts(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5));
  }
}

package org.mixoscope.dataset.labelled;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Annotation;
import org.mixoscope.dataset.annotated.Marked;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

/// Pictures labelled with their objects.
///
/// @param names of the classes
/// @param annotations of the pictures
/// @param pictures their names, for messages
/// @param files that say it, null where it is said of many things in one place
record ObjectLabels(
    List<String> names,
    List<Annotation> annotations,
    IntFunction<String> pictures,
    IntFunction<@Nullable String> files)
    implements Labels {
  /// What a picture without objects is labelled with.
  private static final String NOTHING = "none";

  @Override
  public TargetKind kind() {
    return TargetKind.OBJECTS;
  }

  @Override
  public int size() {
    return annotations.size();
  }

  /// The class of most objects, the first of equal ones; 0 where there are none.
  @Override
  public int classOf(int index) {
    int[] all =
        annotations.get(index).objects().stream().mapToInt(Marked::category).sorted().toArray();
    int best = 0;
    int most = 0;
    for (int from = 0; from < all.length; ) {
      int to = from;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      best = to - from > most ? all[from] : best;
      most = Math.max(most, to - from);
      from = to;
    }
    return best;
  }

  @Override
  public String name(int index) {
    return annotations.get(index).objects().isEmpty() ? NOTHING : names.get(classOf(index));
  }

  @Override
  public int[] counts() {
    int[] counts = new int[names.size()];
    for (Annotation one : annotations) {
      one.objects().stream().mapToInt(Marked::category).distinct().forEach(c -> counts[c]++);
    }
    return counts;
  }

  @Override
  public @Nullable String annotation(int index) {
    return files.apply(index);
  }

  /// What objects there are.
  ObjectCensus census() {
    int[] counts = new int[names.size()];
    int masks = 0;
    int crowds = 0;
    int ignored = 0;
    int most = 0;
    int without = 0;
    for (Annotation one : annotations) {
      most = Math.max(most, one.objects().size());
      without += one.objects().isEmpty() ? 1 : 0;
      for (Marked object : one.objects()) {
        counts[object.category()]++;
        masks += object.outline().isMask() ? 1 : 0;
        crowds += object.crowd() ? 1 : 0;
        ignored += object.ignored() ? 1 : 0;
      }
    }
    return new ObjectCensus(
        Arrays.stream(counts).boxed().toList(), masks, crowds, ignored, most, without);
  }

  @Override
  public Turned turned(int index, Origin origin) {
    Annotation one = annotations.get(index);
    boolean asStored = one.isOfStored(origin);
    boolean told =
        one.frame() != null && !origin.stored().equals(origin.turn().upright(origin.stored()));
    return new Turned(1, asStored ? 1 : 0, told || one.objects().isEmpty() ? 0 : 1);
  }

  @Override
  public @Nullable Frame size(int index) {
    return annotations.get(index).frame();
  }

  @Override
  public Target target(int index, Origin origin, Frame frame, PictureReader reader)
      throws PictureException {
    return in(index, origin, frame);
  }

  Objects in(int index, Origin origin, Frame frame) throws PictureException {
    return annotations.get(index).in(pictures.apply(index), origin, frame);
  }
}

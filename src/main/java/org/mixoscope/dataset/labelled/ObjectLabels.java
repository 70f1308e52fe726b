package org.mixoscope.dataset.labelled;

import java.util.List;
import java.util.function.IntFunction;
import org.mixoscope.dataset.annotated.Annotation;
import org.mixoscope.dataset.annotated.Marked;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.Target;

/// Pictures labelled with their objects.
///
/// @param names of the classes
/// @param annotations of the pictures
/// @param pictures their names, for messages
record ObjectLabels(List<String> names, List<Annotation> annotations, IntFunction<String> pictures)
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
    int[] counts = new int[names.size()];
    for (Marked one : annotations.get(index).objects()) {
      counts[one.category()]++;
    }
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      best = counts[c] > counts[best] ? c : best;
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

  /// How many objects there are.
  int objects() {
    return annotations.stream().mapToInt(one -> one.objects().size()).sum();
  }

  @Override
  public Target target(int index, Origin origin, Frame frame, PictureReader reader)
      throws PictureException {
    return annotations.get(index).in(pictures.apply(index), origin, frame);
  }
}

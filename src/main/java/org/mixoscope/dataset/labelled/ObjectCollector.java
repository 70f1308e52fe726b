package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Annotation;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.annotated.Marked;
import org.mixoscope.dataset.annotated.Oddities;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.dataset.labelled.ClassLabels.Soft;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;

/// Takes the objects of pictures one by one and makes of them what the user wants as labels.
final class ObjectCollector {
  /// How many pictures are looked at to tell corners from sizes, and how many boxes must stick out.
  private static final int LOOKS = 32;

  private static final int STICKING = 3;

  final Oddities oddities = new Oddities();
  private final ReadAs as;
  private final Notes notes;
  private final List<Annotation> annotations = new ArrayList<>();
  private final List<@Nullable String> files = new ArrayList<>();

  /// @param notes is told of what is unusual. Modified
  ObjectCollector(ReadAs as, Notes notes) {
    this.as = as;
    this.notes = notes;
  }

  /// Of the next picture.
  ///
  /// @param file that says it of this picture or by its name, or what says it inside a file; null
  ///   for none
  void add(Annotation annotation, @Nullable String file) {
    annotations.add(annotation);
    files.add(file);
  }

  /// The same, said by a file.
  void add(Annotation annotation, Path file) {
    add(annotation, file.toAbsolutePath().normalize().toString());
  }

  /// All labels.
  ///
  /// @param source for messages
  /// @param names of the classes
  /// @param places the index of each category of the annotations; null if they are indices
  /// @param entries the pictures
  /// @throws DataSetException if the labels cannot be what the user wants
  Labels collected(Path source, List<String> names, int @Nullable [] places, Entries entries)
      throws DataSetException {
    List<Annotation> all =
        places == null
            ? annotations
            : annotations.stream().map(one -> one.renumbered(index -> places[index])).toList();
    oddities.all().forEach(notes::remark);
    ObjectLabels objects = new ObjectLabels(names, List.copyOf(all), entries::name, files::get);
    objects.census().remarks().forEach(notes::remark);
    TargetKind target = as.target() == null ? TargetKind.OBJECTS : as.target();
    return switch (target) {
      case OBJECTS -> objects;
      case LABELS -> labels(names, all);
      case MAP -> {
        notes.remark(FindingReason.PAINTED.of());
        yield new PaintedLabels(objects);
      }
      case CLASS, SOFT, NUMBER ->
          throw new DataSetException(DataSetReason.HAS_OBJECTS.of(source, target.id()));
    };
  }

  private static Labels labels(List<String> names, List<Annotation> all) {
    int[] best = new int[all.size()];
    Map<Integer, Soft> soft = new HashMap<>();
    for (int i = 0; i < best.length; i++) {
      int[] classes =
          all.get(i).objects().stream().mapToInt(Marked::category).distinct().sorted().toArray();
      double[] ones = new double[classes.length];
      Arrays.fill(ones, 1);
      soft.put(i, new Soft(classes, ones));
      best[i] = classes.length == 0 ? 0 : classes[0];
    }
    return new ClassLabels(TargetKind.LABELS, names, best, soft, new double[0]);
  }

  /// Refuses boxes that are two corners instead of a corner and a size: read as sizes most pictures
  /// have boxes that stick out, and read as corners none has.
  ///
  /// @param source for messages
  /// @param entries the pictures
  void requireSizes(Path source, Entries entries) throws DataSetException {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < annotations.size(); i++) {
      for (Marked one : annotations.get(i).objects()) {
        if (one.outline() instanceof Rectangle(Edges box)) {
          if (box.x2() - box.x1() <= box.x1() || box.y2() - box.y1() <= box.y1()) {
            return;
          }
          if (some.isEmpty() || some.getLast() != i) {
            some.add(i);
          }
        }
      }
    }
    int looks = Math.min(LOOKS, some.size());
    int pictures = 0;
    int boxes = 0;
    for (int i = 0; i < looks; i++) {
      int index = some.get((int) ((long) i * some.size() / looks));
      int out = sticking(index, entries);
      pictures += out > 0 ? 1 : 0;
      boxes += out;
    }
    if (boxes >= STICKING && 2 * pictures > looks) {
      throw new DataSetException(AnnotationReason.CORNERS.of(source));
    }
  }

  /// How many boxes of a picture stick out by more than a pixel.
  private int sticking(int index, Entries entries) {
    Annotation one = annotations.get(index);
    Frame frame = one.frame();
    try {
      Frame known = frame == null ? entries.header(index, new PictureReader()).frame() : frame;
      return (int)
          one.objects().stream()
              .map(object -> object.outline().bounds())
              .filter(box -> box.x2() > known.width() + 1 || box.y2() > known.height() + 1)
              .count();
    } catch (PictureException e) {
      return 0; // it is said when the picture is read
    }
  }
}

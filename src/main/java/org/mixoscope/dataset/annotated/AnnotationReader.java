package org.mixoscope.dataset.annotated;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.mixoscope.dataset.annotated.Markings.OfMap;
import org.mixoscope.dataset.annotated.Markings.OfObjects;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;

/// Reads what a file says of one picture: a file of many pictures, COCO's, or the file of this one,
/// a mask, Pascal VOC's, LabelMe's or YOLO's, whose classes are named by the `classes.txt` or
/// `data.yaml` beside it or above.
///
/// Of COCO's files the last one is kept as long as there is memory and nobody changes it: other
/// sources of the same mix are in it as well. May be used by several threads.
public final class AnnotationReader {
  private static final int MOST_CLASSES = 1 << 20;
  private static final String CLASSES = "classes.txt";
  private static final List<String> DATA = List.of("data.yaml", "data.yml");

  /// `labels/train/a.txt` belongs to a `data.yaml` two folders above.
  private static final int FOLDERS_ABOVE = 3;

  private SoftReference<Held> last = new SoftReference<>(null);

  /// What tells whether a file is still the same.
  private record Stamp(Path file, FileTime changed, long size) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(file, Files.getLastModifiedTime(file), Files.size(file));
    }
  }

  private record Held(Stamp stamp, CocoFile.Contents contents) {}

  /// What is where in a picture.
  ///
  /// @param file that says it
  /// @param picture its location, by which a file of many finds it
  /// @throws PictureException if the file cannot be read, is of no kind that is read, or says
  ///   nothing of the picture
  public Markings read(String file, String picture) throws PictureException {
    try {
      Path path = Path.of(file);
      String name = file.toLowerCase(Locale.ROOT);
      if (name.endsWith(".xml")) {
        return named(picture, (classes, oddities) -> VocFile.read(path, classes, oddities));
      }
      if (PictureNames.isPicture(name)) {
        return mask(path, picture);
      }
      if (name.endsWith(".txt")) {
        return yolo(path, picture);
      }
      return switch (name.endsWith(".json") ? JsonKind.of(path) : JsonKind.OTHER) {
        case COCO -> coco(path, picture);
        case LABEL_ME ->
            named(picture, (classes, oddities) -> LabelMeFile.read(path, classes, oddities));
        case LIST, OTHER -> throw AnnotationReason.UNKNOWN_KIND.failure(file);
      };
    } catch (AnnotationException e) {
      throw new PictureException(PictureException.Kind.UNSUPPORTED_FORMAT, e.objection(), e);
    } catch (PictureException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw AnnotationReason.NOT_THERE.failure(file);
    } catch (IOException | InvalidPathException e) {
      throw AnnotationReason.UNREADABLE.failure(file);
    }
  }

  /// The same of COCO's instances in memory.
  ///
  /// @param name what to call them
  /// @throws PictureException if they are none, or say nothing of the picture
  public Markings read(String name, byte[] instances, String picture) throws PictureException {
    try {
      return coco(
          name,
          CocoFile.read(Path.of(""), new ByteArrayInputStream(instances), new Oddities()),
          picture);
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw AnnotationReason.UNREADABLE.failure(name);
    }
  }

  /// Reads a file that names classes.
  private interface Reading {
    Sidecar read(ClassNames classes, Oddities oddities) throws IOException;
  }

  private static Markings named(String picture, Reading reading) throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Sidecar one =
        reading.read(
            (_, name) -> numbers.computeIfAbsent(name, _ -> numbers.size()), new Oddities());
    return new OfObjects(List.copyOf(numbers.keySet()), one.annotation(), picture);
  }

  /// Where there is nothing but 0 and the largest value, that is class 1, as masks of one thing
  /// have it; else the largest counts for nobody.
  private static Markings mask(Path file, String picture) throws IOException {
    Pixels found = new PictureReader().indices(file.toString()).pixels();
    if (found.channels() != 1) {
      throw AnnotationReason.COLOUR_MASK.failure(file);
    }
    int white = found.type().white();
    BitSet values = new BitSet();
    for (long i = 0; i < found.elements(); i++) {
      values.set((int) found.element(i));
    }
    boolean two = values.get(white) && values.nextSetBit(1) == white;
    values.clear(white);
    int most = two ? 1 : Math.max(0, values.length() - 1);
    Pixels map = two ? found.mapped(found.type(), value -> value == white ? 1 : value) : found;
    List<String> names = namesAbove(file, List.of());
    if (names.size() <= most) {
      names = IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
    }
    return new OfMap(names, ClassMap.of(map), picture);
  }

  private static Markings yolo(Path file, String picture) throws IOException {
    List<String> names = namesAbove(file, DATA);
    Annotation one =
        YoloFile.read(file, names.isEmpty() ? MOST_CLASSES : names.size(), new Oddities());
    int most = one.objects().stream().mapToInt(Marked::category).max().orElse(0);
    return new OfObjects(
        names.isEmpty()
            ? IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList()
            : names,
        one,
        picture);
  }

  /// The classes, from the nearest folder above that has a list of them; none if there is none.
  ///
  /// @param data what a file of YOLO's with the names may be called
  private static List<String> namesAbove(Path file, List<String> data) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    for (int up = 0; up <= FOLDERS_ABOVE && folder != null; up++) {
      Path list = folder.resolve(CLASSES);
      if (Files.isRegularFile(list)) {
        return Files.readAllLines(list, StandardCharsets.UTF_8).stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
      }
      for (String name : data) {
        Path listed = folder.resolve(name);
        YoloYaml yaml = Files.isRegularFile(listed) ? YoloYaml.read(listed) : null;
        if (yaml != null) {
          return yaml.names();
        }
      }
      folder = folder.getParent();
    }
    return List.of();
  }

  /// The one image whose name ends like the location of the picture.
  private Markings coco(Path file, String picture) throws IOException {
    return coco(file.toString(), instances(file), picture);
  }

  private synchronized CocoFile.Contents instances(Path file) throws IOException {
    Stamp stamp = Stamp.of(file);
    Held held = last.get();
    if (held == null || !held.stamp.equals(stamp)) {
      held = new Held(stamp, CocoFile.read(file, new Oddities()));
      last = new SoftReference<>(held);
    }
    return held.contents;
  }

  private static Markings coco(String file, CocoFile.Contents all, String picture)
      throws PictureException {
    List<Integer> found = new ArrayList<>();
    String wanted = last(picture);
    for (int i = 0; i < all.names().size(); i++) {
      if (last(all.names().get(i)).equals(wanted)) {
        found.add(i);
      }
    }
    if (found.size() != 1) {
      throw AnnotationReason.NOT_LISTED.failure(file, wanted, found.size());
    }
    return new OfObjects(all.categories(), all.annotations().get(found.getFirst()), picture);
  }

  private static String last(String path) {
    String slashed = path.replace('\\', '/');
    return slashed.substring(slashed.lastIndexOf('/') + 1);
  }
}

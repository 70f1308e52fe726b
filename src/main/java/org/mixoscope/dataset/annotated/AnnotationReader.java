package org.mixoscope.dataset.annotated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.mixoscope.dataset.annotated.Markings.OfObjects;
import org.mixoscope.image.PictureException;

/// Reads what a file says of one picture: a file of many pictures, COCO's, or the file of this one,
/// Pascal VOC's, LabelMe's or YOLO's, whose classes are named by a `classes.txt` beside it.
public final class AnnotationReader {
  private static final int MOST_CLASSES = 1 << 20;
  private static final String CLASSES = "classes.txt";

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

  private static Markings yolo(Path file, String picture) throws IOException {
    Path list = file.resolveSibling(CLASSES);
    List<String> names =
        Files.isRegularFile(list)
            ? Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList()
            : List.of();
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

  /// The one image whose name ends like the location of the picture.
  private static Markings coco(Path file, String picture) throws IOException {
    CocoFile.Contents all = CocoFile.read(file, new Oddities());
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

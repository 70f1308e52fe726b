package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.mixoscope.dataset.annotated.Markings.OfMap;
import org.mixoscope.dataset.annotated.Markings.OfObjects;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;

/// Reads what a file says of one picture: a file of many pictures, COCO's or a table of JSON rows,
/// or the file of this one, a mask, Pascal VOC's, LabelMe's or YOLO's, whose classes are named by
/// the `classes.txt` or `data.yaml` beside it or above. What lies in a larger file, `FILE#WHICH`,
/// is the mask or the JSON of a sample in an archive, or a row of an array of maps.
///
/// Of COCO's files the last few are kept as long as there is memory and nobody changes them: other
/// sources of the same mix are in them as well. May be used by several threads.
public final class AnnotationReader {
  private static final int MOST_CLASSES = 1 << 20;
  private static final String CLASSES = "classes.txt";
  private static final List<String> DATA = List.of("data.yaml", "data.yml");

  /// `labels/train/a.txt` belongs to a `data.yaml` two folders above.
  private static final int FOLDERS_ABOVE = 3;

  /// How many files of COCO's are kept: a mix has as many sources as a rule, or fewer.
  private static final int KEPT = 4;

  private final SequencedMap<Path, SoftReference<Held>> held = new LinkedHashMap<>(8, 0.75f, true);

  /// Made when something is first read: a window has a reader before it has pictures.
  private static final class Json {
    static final JsonMapper MAPPER = new JsonMapper();
  }

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
      Optional<PackedPicture> packed = PackedPicture.at(file);
      if (packed.isPresent()) {
        return packed(packed.get(), file, picture);
      }
      Path path = Path.of(file);
      String name = file.toLowerCase(Locale.ROOT);
      if (name.endsWith(".xml")) {
        return named(path, picture, VocFile::read);
      }
      if (PictureNames.isPicture(name)) {
        return mask(path, new PictureReader().indices(file).pixels(), picture);
      }
      if (name.endsWith(".txt")) {
        return yolo(path, picture);
      }
      if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
        return rows(path, picture);
      }
      return switch (name.endsWith(".json") ? JsonKind.of(path) : JsonKind.OTHER) {
        case COCO -> coco(path, picture);
        case LABEL_ME -> named(path, picture, LabelMeFile::read);
        case LIST -> rows(path, picture);
        case OTHER -> throw AnnotationReason.UNKNOWN_KIND.failure(file);
      };
    } catch (AnnotationException e) {
      throw new PictureException(PictureException.Kind.UNSUPPORTED_FORMAT, e.objection(), e);
    } catch (PictureException e) {
      throw e;
    } catch (JsonProcessingException e) {
      throw AnnotationReason.NO_JSON.failure(file);
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

  /// What lies in a larger file: a row of an array, the JSON or the mask of a sample.
  private static Markings packed(PackedPicture one, String name, String picture)
      throws IOException {
    if (one.isRow()) {
      return mask(one.file(), one.map(), picture);
    }
    if (!one.which().toLowerCase(Locale.ROOT).endsWith(".json")) {
      Pixels found = new PictureReader().indices(one.contents(), name).pixels();
      return mask(one.file(), found, picture);
    }
    return row(one.file(), Json.MAPPER.readTree(one.contents()), picture);
  }

  /// Reads a file that names classes.
  private interface Reading {
    Sidecar read(Path file, ClassNames classes, Oddities oddities) throws IOException;
  }

  private static Markings named(Path file, String picture, Reading reading) throws IOException {
    NumberedNames classes = new NumberedNames(namesAbove(file, List.of()));
    Annotation one = reading.read(file, classes, new Oddities()).annotation();
    return new OfObjects(classes.names(), classes.ordered(one), picture);
  }

  /// The one row of a table that names the picture and has its objects.
  private static Markings rows(Path file, String picture) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        MappingIterator<JsonNode> all = Json.MAPPER.readerFor(JsonNode.class).readValues(bytes)) {
      while (all.hasNextValue()) {
        JsonNode row = all.nextValue();
        String name = row.hasNonNull(ObjectRow.FIELD) ? PictureName.in(row, picture) : null;
        if (name != null) {
          rows.add(row);
          names.add(name);
        }
      }
    }
    return row(file, rows.get(PictureName.one(file, names, picture)), picture);
  }

  private static Markings row(Path file, JsonNode row, String picture) throws IOException {
    if (!row.hasNonNull(ObjectRow.FIELD)) {
      throw AnnotationReason.MISSING.refusal(file, ObjectRow.FIELD);
    }
    NumberedNames classes = new NumberedNames(namesAbove(file, List.of()));
    Annotation one =
        ObjectRow.read(Spot.LINE.of(file, picture), row, classes, picture, new Oddities());
    return new OfObjects(classes.names(), classes.ordered(one), picture);
  }

  /// Where there is nothing but 0 and the largest value, that is class 1, as masks of one thing
  /// have it; else the largest counts for nobody.
  private static Markings mask(Path file, Pixels read, String picture) throws IOException {
    if (read.channels() != 1) {
      throw AnnotationReason.COLOUR_MASK.failure(file);
    }
    Pixels found = narrowed(read);
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

  /// Indices that fit into a byte in one, as a data set of few classes has them: 255 counts for
  /// nobody there.
  private static Pixels narrowed(Pixels map) {
    int white = map.type().white();
    int nobody = ElementType.UINT8.white();
    for (long i = 0; i < map.elements(); i++) {
      if (map.element(i) > nobody && map.element(i) != white) {
        return map;
      }
    }
    return map.mapped(ElementType.UINT8, value -> value == white ? nobody : value);
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
    SoftReference<Held> before = held.get(file);
    Held known = before == null ? null : before.get();
    if (known == null || !known.stamp.equals(stamp)) {
      known = new Held(stamp, CocoFile.read(file, new Oddities()));
      held.put(file, new SoftReference<>(known));
      if (held.size() > KEPT) {
        held.remove(held.sequencedKeySet().getFirst());
      }
    }
    return known.contents;
  }

  private static Markings coco(String file, CocoFile.Contents all, String picture)
      throws PictureException {
    int found = PictureName.one(Path.of(file), all.names(), picture);
    return new OfObjects(all.categories(), all.annotations().get(found), picture);
  }
}

package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// COCO's instances: one JSON object with the lists `images`, `annotations` and `categories`, in
/// any order; whatever else is in it is passed over. Read piece by piece, so that it takes memory
/// for its objects alone. Not for two threads at once.
public final class CocoFile {
  /// Python writes NaN; it is refused where it stands, with a better sentence.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final Path file;
  private final Oddities oddities;
  private final Map<Object, Integer> images = new HashMap<>();
  private final List<Image> listed = new ArrayList<>();
  private final Map<Object, Category> categories = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<Object> ids = new HashSet<>();
  private int number;

  private CocoFile(Path file, Oddities oddities) {
    this.file = file;
    this.oddities = oddities;
  }

  /// An image as it is listed.
  ///
  /// @param name `file_name`
  /// @param gone `objects_gone`, which we write
  private record Image(String name, @Nullable Frame frame, int gone) {}

  /// @param id a Long or a String
  private record Category(Object id, String name) {}

  /// @param object of a category that is not known yet
  private record Found(
      Objection where, @Nullable Object image, Object category, CocoObject object) {}

  /// What is in a file.
  ///
  /// @param names `file_name` of the images, in the order of the file
  /// @param annotations of the images; categories are numbered by ascending id
  /// @param ids of the categories, ascending
  /// @param categories their names
  public record Contents(
      List<String> names,
      List<Annotation> annotations,
      List<String> ids,
      List<String> categories) {}

  /// Reads a file.
  ///
  /// @param oddities counts what is unusual. Modified
  /// @throws AnnotationException if it is no file of instances
  /// @throws IOException if it cannot be read
  public static Contents read(Path file, Oddities oddities) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(file, bytes, oddities);
    }
  }

  /// Reads what is in a file.
  ///
  /// @param file what to call it
  static Contents read(Path file, InputStream bytes, Oddities oddities) throws IOException {
    CocoFile coco = new CocoFile(file, oddities);
    try (JsonParser json = JSON.createParser(bytes)) {
      coco.read(json);
    } catch (JsonProcessingException e) {
      throw AnnotationReason.NO_JSON.refusal(e, file);
    }
    return coco.contents();
  }

  private void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw AnnotationReason.NO_JSON.refusal(file);
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value != JsonToken.START_ARRAY) {
        json.skipChildren();
        continue;
      }
      switch (name) {
        case "images" -> each(json, Spot.IMAGE, this::image);
        case "annotations" -> each(json, Spot.ANNOTATION, this::annotation);
        case "categories" -> each(json, Spot.CATEGORY, this::category);
        default -> json.skipChildren();
      }
    }
  }

  /// Takes one object of a list.
  private interface Element {
    void read(JsonParser json, Objection where) throws IOException;
  }

  private void each(JsonParser json, Spot kind, Element element) throws IOException {
    for (number = 0; json.nextToken() != JsonToken.END_ARRAY; number++) {
      Objection where = kind.of(file, number);
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw AnnotationReason.NO_JSON.refusal(where);
      }
      element.read(json, where);
    }
  }

  private void image(JsonParser json, Objection where) throws IOException {
    Object id = null;
    String name = null;
    int width = 0;
    int height = 0;
    int gone = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "id" -> id = id(json, where, field);
        case "file_name" -> name = json.getValueAsString();
        case "width" -> width = json.getValueAsInt();
        case "height" -> height = json.getValueAsInt();
        case "objects_gone" -> gone = Math.max(0, json.getValueAsInt());
        default -> json.skipChildren();
      }
    }
    if (id == null || name == null || name.isBlank()) {
      throw AnnotationReason.MISSING.refusal(where, id == null ? "id" : "file_name");
    }
    if (images.put(id, listed.size()) != null) {
      throw AnnotationReason.SAME_IMAGE.refusal(file, id);
    }
    boolean hasSize = width > 0 && height > 0;
    if (!hasSize) {
      oddities.add(Oddity.NO_FRAME, name);
    }
    listed.add(new Image(name, hasSize ? new Frame(height, width) : null, gone));
  }

  private void category(JsonParser json, Objection where) throws IOException {
    Object id = null;
    String name = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "id" -> id = id(json, where, field);
        case "name" -> name = json.getValueAsString();
        default -> json.skipChildren();
      }
    }
    if (id == null) {
      throw AnnotationReason.MISSING.refusal(where, "id");
    }
    String called = name == null || name.isBlank() ? String.valueOf(id) : name.strip();
    if (categories.put(id, new Category(id, called)) != null) {
      throw AnnotationReason.SAME_CATEGORY.refusal(file, id);
    }
  }

  private void annotation(JsonParser json, Objection where) throws IOException {
    CocoObject object = new CocoObject(where);
    Object id = null;
    Object image = null;
    Object category = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "id" -> id = id(json, where, field);
        case "image_id" -> image = id(json, where, field);
        case "category_id" -> category = id(json, where, field);
        default -> object.read(field, json);
      }
    }
    if (category == null || !object.hasPlace()) {
      throw AnnotationReason.NOT_INSTANCES.refusal(where);
    }
    if (id != null && !ids.add(id)) {
      oddities.add(Oddity.SAME_ID, id);
    }
    if (object.hasKeyPoints()) {
      oddities.add(Oddity.KEY_POINTS, where);
    }
    found.add(new Found(where, image, category, object));
  }

  /// An id: whole numbers, also as text or with a point, are Longs.
  private static @Nullable Object id(JsonParser json, Objection where, String field)
      throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> {
        double value = json.getDoubleValue();
        if (value != Math.rint(value)) {
          throw AnnotationReason.BAD_FIELD.refusal(where, field, Need.ID.of());
        }
        yield (long) value;
      }
      case VALUE_STRING -> {
        String text = json.getText();
        yield text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
      }
      default -> throw AnnotationReason.BAD_FIELD.refusal(where, field, Need.ID.of());
    };
  }

  private Contents contents() throws AnnotationException {
    if (categories.isEmpty()) {
      throw AnnotationReason.NO_CATEGORIES.refusal(file);
    }
    boolean numbers = categories.keySet().stream().allMatch(Long.class::isInstance);
    Comparator<Category> byId =
        numbers
            ? Comparator.comparing(one -> (Long) one.id)
            : Comparator.comparing(one -> String.valueOf(one.id));
    List<Category> sorted = categories.values().stream().sorted(byId).toList();
    Map<Object, Integer> places = new HashMap<>();
    sorted.forEach(one -> places.put(one.id, places.size()));
    return new Contents(
        listed.stream().map(Image::name).toList(),
        annotations(places),
        sorted.stream().map(one -> String.valueOf(one.id)).toList(),
        sorted.stream().map(Category::name).toList());
  }

  /// @param places of categories by their ids
  private List<Annotation> annotations(Map<Object, Integer> places) throws AnnotationException {
    List<List<Marked>> objects = new ArrayList<>();
    listed.forEach(_ -> objects.add(new ArrayList<>(0)));
    for (Found one : found) {
      Integer category = places.get(one.category);
      if (category == null) {
        throw AnnotationReason.NO_SUCH_CATEGORY.refusal(one.where, one.category);
      }
      Integer image = one.image == null ? null : images.get(one.image);
      if (image == null) {
        oddities.add(Oddity.NO_SUCH_IMAGE, one.where);
      } else {
        objects.get(image).add(one.object.marked(category, listed.get(image).frame));
      }
    }
    List<Annotation> all = new ArrayList<>(listed.size());
    for (int i = 0; i < listed.size(); i++) {
      Image image = listed.get(i);
      Annotation raw = new Annotation(image.frame, false, objects.get(i), image.gone);
      all.add(raw.tidied(image.name, oddities));
    }
    return all;
  }
}

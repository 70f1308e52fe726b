package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// What a JSON file is, by the first of its fields that tells.
public enum JsonKind {
  /// COCO's lists.
  COCO,
  /// LabelMe's shapes of one picture.
  LABEL_ME,
  /// A list of whatever it be.
  LIST,
  /// Anything else, or no JSON.
  OTHER;

  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> OF_COCO = Set.of("images", "annotations", "categories");

  /// Looks into a file, no further than it must.
  ///
  /// @throws IOException if it cannot be read
  public static JsonKind of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return of(bytes);
    }
  }

  /// The same of bytes, of which there may be no more than the beginning.
  public static JsonKind of(InputStream bytes) throws IOException {
    try (JsonParser json = JSON.createParser(bytes)) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return first == JsonToken.START_ARRAY ? LIST : OTHER;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        boolean isList = json.nextToken() == JsonToken.START_ARRAY;
        if (isList && OF_COCO.contains(name)) {
          return COCO;
        }
        if (isList && name.equals("shapes")) {
          return LABEL_ME;
        }
        json.skipChildren();
      }
      return OTHER;
    } catch (JsonProcessingException e) {
      return OTHER; // whoever names the file itself is told
    }
  }
}

package org.mixoscope.recipe;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;

/// JSON as people write and damage it: read strictly, and what is wrong is said by its place.
public final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// What Jackson's messages say to programmers.
  private static final Pattern LIBRARY_TALK =
      Pattern.compile("[:,]? ?(enable `|\\(start marker|\\(of type|\\(\\d+, from `).*");

  private JsonText() {}

  /// Reads a text that is JSON and nothing else.
  ///
  /// @throws RefusedException if it is not, or an object in it has a field twice
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new RefusedException(
          RecipeReason.NO_JSON.of(
              place == null ? 1 : place.getLineNr(),
              place == null ? 1 : place.getColumnNr(),
              firstLine(e.getOriginalMessage())));
    }
  }

  private static String firstLine(@Nullable String message) {
    String line = Objects.requireNonNullElse(message, "").lines().findFirst().orElse("");
    return LIBRARY_TALK.matcher(line).replaceFirst("");
  }
}

package org.mixoscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What `mixoscope inspect` says of a data set.
final class Inspected {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Inspected() {}

  static JsonNode of(Path source, String... options) throws IOException {
    return MAPPER.readTree(
        run(source, Stream.concat(Stream.of(options), Stream.of("--json"))).good().out());
  }

  /// A data set that must be refused.
  ///
  /// @param message what follows on the name of the data set
  static void refused(Path source, String message, String... options) {
    run(source, Stream.of(options)).bad(1, "mixoscope inspect: " + source + message);
  }

  private static Run run(Path source, Stream<String> options) {
    return Run.of(
        Stream.concat(Stream.of("inspect", source.toString()), options).toArray(String[]::new));
  }

  /// Names and numbers of pictures.
  static List<String> classes(JsonNode found) {
    return each(found.get("classes"))
        .map(one -> one.get("name").textValue() + " " + one.get("pictures"))
        .toList();
  }

  /// Numbers and reasons.
  static List<String> leftOut(JsonNode found) {
    return each(found.get("left_out"))
        .map(one -> one.get("count") + " " + one.get("reason").textValue())
        .toList();
  }

  static List<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

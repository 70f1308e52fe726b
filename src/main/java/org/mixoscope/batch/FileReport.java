package org.mixoscope.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// What became of the samples of one file that was made by itself.
///
/// @param number of the file
/// @param samples how many there are, those left out among them
/// @param skipped how many were left out
/// @param errors the lines of `errors.jsonl` that a job of these samples alone would have
/// @param objects what became of those of the samples
/// @param frame of all samples, where they must have one; null else, and where there are none
/// @param files how long each is that was written, by its name from the folder of the job on
public record FileReport(
    int number,
    int samples,
    int skipped,
    List<String> errors,
    ObjectCounts objects,
    @Nullable Frame frame,
    Map<String, Long> files) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Keeps copies.
  public FileReport {
    errors = List.copyOf(errors);
    files = new LinkedHashMap<>(files);
  }

  /// The pictures that could not be read.
  public List<String> missed() {
    return errors.stream().map(FileReport::source).toList();
  }

  static String source(String error) {
    try {
      return MAPPER.readTree(error).path("source").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line that was written as JSON", e);
    }
  }

  /// As one line of JSON.
  public String text() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("number", number).put("samples", samples).put("skipped", skipped);
    errors.forEach(root.putArray("errors")::add);
    ArrayNode counts = root.putArray("objects");
    objects.numbers().forEach(counts::add);
    if (frame != null) {
      root.putArray("frame").add(frame.height()).add(frame.width());
    }
    files.forEach(root.putObject("files")::put);
    return root.toString();
  }

  /// Reads it back.
  ///
  /// @throws IllegalArgumentException if it is none
  public static FileReport parse(String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      Map<String, Long> files = new LinkedHashMap<>();
      root.path("files")
          .properties()
          .forEach(one -> files.put(one.getKey(), one.getValue().asLong()));
      List<String> errors = new ArrayList<>();
      root.path("errors").forEach(line -> errors.add(line.asText()));
      List<Long> counts =
          StreamSupport.stream(root.path("objects").spliterator(), false)
              .map(JsonNode::asLong)
              .toList();
      JsonNode frame = root.path("frame");
      return new FileReport(
          root.path("number").asInt(),
          root.path("samples").asInt(),
          root.path("skipped").asInt(),
          errors,
          ObjectCounts.of(counts),
          frame.isMissingNode() ? null : new Frame(frame.get(0).asInt(), frame.get(1).asInt()),
          files);
    } catch (JsonProcessingException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

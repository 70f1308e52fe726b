package org.mixoscope.dataset.annotated;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML of plain data: texts, lists of values and maps of texts to values. Anything that makes
/// objects, refers to other parts or has no end is refused, event by event, before it is built.
final class PlainYaml {
  private static final int MOST_MEBIBYTES = 4;
  private static final int DEPTH = 16;

  private final Path file;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Object root;

  private PlainYaml(Path file) {
    this.file = file;
  }

  /// A list or map under way.
  ///
  /// @param values of either; keys and values of a map in turns
  private record Open(boolean isMap, List<Object> values) {}

  /// What is in a file: a String, a List or a Map, of which keys are Strings; null for an empty
  /// file.
  ///
  /// @throws AnnotationException if it is not plain YAML
  /// @throws IOException if it cannot be read
  static @Nullable Object read(Path file) throws IOException {
    if (Files.size(file) > (long) MOST_MEBIBYTES << 20) {
      throw AnnotationReason.TOO_LARGE.refusal(file, MOST_MEBIBYTES);
    }
    PlainYaml yaml = new PlainYaml(file);
    try (Reader text = Files.newBufferedReader(file)) {
      for (Event event : new Parse(LoadSettings.builder().build()).parseReader(text)) {
        yaml.take(event);
      }
    } catch (CharacterCodingException e) {
      throw AnnotationReason.NOT_UTF_8.refusal(e, file);
    } catch (YamlEngineException e) {
      throw AnnotationReason.NO_YAML.refusal(e, file);
    }
    return yaml.root;
  }

  private void take(Event event) throws AnnotationException {
    switch (event.getEventId()) {
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        requirePlain(scalar.getTag().isPresent(), AnnotationReason.TAGS);
        requirePlain(scalar.getAnchor().isPresent(), AnnotationReason.ANCHORS);
        put(scalar.getValue());
      }
      case Alias -> requirePlain(true, AnnotationReason.ANCHORS);
      case MappingStart, SequenceStart -> {
        CollectionStartEvent start = (CollectionStartEvent) event;
        requirePlain(start.getTag().isPresent(), AnnotationReason.TAGS);
        requirePlain(start.getAnchor().isPresent(), AnnotationReason.ANCHORS);
        if (open.size() == DEPTH) {
          throw AnnotationReason.TOO_DEEP.refusal(file, DEPTH);
        }
        open.push(new Open(event.getEventId() == Event.ID.MappingStart, new ArrayList<>()));
      }
      case MappingEnd, SequenceEnd -> put(closed(open.pop()));
      default -> {}
    }
  }

  private void put(Object value) {
    Open inside = open.peek();
    if (inside == null) {
      root = value;
    } else {
      inside.values.add(value);
    }
  }

  private static Object closed(Open done) {
    if (!done.isMap) {
      return done.values;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < done.values.size(); i += 2) {
      map.put(String.valueOf(done.values.get(i)), done.values.get(i + 1));
    }
    return map;
  }

  private void requirePlain(boolean has, AnnotationReason otherwise) throws AnnotationException {
    if (has) {
      throw otherwise.refusal(file);
    }
  }
}

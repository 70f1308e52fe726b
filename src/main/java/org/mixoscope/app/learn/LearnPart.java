package org.mixoscope.app.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.mixoscope.app.memory.Part;
import org.mixoscope.lesson.Lessons;

/// Which of the lessons that come with the program were taken to their end.
public final class LearnPart implements Part {
  private static final String DONE = "done";

  private final ObservableSet<String> done = FXCollections.observableSet();

  /// None yet.
  public LearnPart() {}

  /// Their names.
  ObservableSet<String> done() {
    return done;
  }

  /// One more.
  public void finish(String lesson) {
    done.add(lesson);
  }

  /// The first that was not; the first of all if all were.
  public String next() {
    return Lessons.NAMES.stream()
        .filter(name -> !done.contains(name))
        .findFirst()
        .orElse(Lessons.NAMES.getFirst());
  }

  @Override
  public String name() {
    return "learn";
  }

  @Override
  public JsonNode remembered() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode names = node.putArray(DONE);
    done.stream().sorted().forEach(names::add);
    return node;
  }

  @Override
  public void recall(JsonNode left) {
    if (!left.path(DONE).isArray()) {
      throw new IllegalArgumentException("learn: done is missing");
    }
    left.path(DONE).forEach(name -> done.add(name.asText()));
  }

  @Override
  public Observable changes() {
    return done;
  }
}

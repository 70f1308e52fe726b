package org.mixoscope.app.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.RecentDocuments;
import org.mixoscope.lesson.Lessons;

/// Which lessons were taken to their end, and the files of those that do not come with the program.
public final class LearnPart implements Part {
  private static final String DONE = "done";
  private static final String OWN = "own";

  private final ObservableSet<String> done = FXCollections.observableSet();
  private final RecentDocuments own = new RecentDocuments();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /// None yet.
  public LearnPart() {
    InvalidationListener change = e -> changes.set(changes.get() + 1);
    done.addListener(change);
    own.all().addListener(change);
  }

  /// The names of those that come with the program, the files of others.
  ObservableSet<String> done() {
    return done;
  }

  /// One more.
  public void finish(String lesson) {
    done.add(lesson);
  }

  /// The files of lessons that were opened, the last ones first.
  List<Path> own() {
    return own.all();
  }

  /// A lesson was opened.
  ///
  /// @return its name
  public String open(Path file) {
    return own.add(file).toString();
  }

  /// Forgets one of [#own].
  void forget(Path file) {
    own.remove(file);
    done.remove(file.toString());
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
    ArrayNode files = node.putArray(OWN);
    own.all().forEach(file -> files.add(file.toString()));
    return node;
  }

  @Override
  public void recall(JsonNode left) {
    if (!left.path(DONE).isArray()) {
      throw new IllegalArgumentException("learn: done is missing");
    }
    try {
      own.restore(left.path(OWN).valueStream().map(file -> Path.of(file.asText())).toList());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("learn.own = " + left.path(OWN) + ": needs paths", e);
    }
    left.path(DONE).forEach(name -> done.add(name.asText()));
  }

  @Override
  public Observable changes() {
    return changes.getReadOnlyProperty();
  }
}

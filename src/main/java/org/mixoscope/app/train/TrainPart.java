package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.mixoscope.app.memory.Part;
import org.mixoscope.recipe.Fields;

/// What was chosen and kept on the Train screen, for the next window.
public final class TrainPart implements Part {
  private static final String KEPT = "kept";
  private static final String DOCUMENTS = "documents";

  private final TrainModel model;
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /// @param model of the window
  public TrainPart(TrainModel model) {
    this.model = model;
    InvalidationListener change = e -> changes.set(changes.get() + 1);
    model.optionsProperty().addListener(change);
    model.kept().all().addListener(change);
    model.documents().all().addListener(change);
  }

  @Override
  public String name() {
    return "train";
  }

  @Override
  public JsonNode remembered() {
    ObjectNode node = LabOptionsJson.tree(model.options());
    ArrayNode all = node.putArray(KEPT);
    model.kept().all().forEach(one -> all.add(LabDocumentJson.tree(one.thinned(), null)));
    ArrayNode files = node.putArray(DOCUMENTS);
    model.documents().all().forEach(file -> files.add(file.toString()));
    return node;
  }

  @Override
  public void recall(JsonNode left) {
    Fields fields = Fields.of(left);
    fields.make(
        all -> {
          LabOptions options = LabOptionsJson.read(all, null);
          List<LabDocument> others =
              left.path(KEPT).valueStream().map(one -> LabDocumentJson.read(one, null)).toList();
          List<Path> files =
              all.has(DOCUMENTS) ? all.texts(DOCUMENTS).stream().map(Path::of).toList() : List.of();
          all.has(KEPT);
          model.kept().restore(others);
          model.documents().restore(files);
          model.history().restart(options);
          return options;
        });
  }

  @Override
  public Observable changes() {
    return changes;
  }
}

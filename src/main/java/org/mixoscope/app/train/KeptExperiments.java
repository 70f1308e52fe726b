package org.mixoscope.app.train;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Experiments that were kept, the oldest first, one of which may be compared with what is trained
/// now.
final class KeptExperiments {
  /// More would make what is remembered large.
  static final int MOST = 12;

  private final ObservableList<LabDocument> all = FXCollections.observableArrayList();
  private final ObservableList<LabDocument> seen = FXCollections.unmodifiableObservableList(all);
  private final ObjectProperty<@Nullable LabDocument> compared = new SimpleObjectProperty<>();

  /// All of them.
  ObservableList<LabDocument> all() {
    return seen;
  }

  /// The one whose curves lie behind those of the moment; null for none.
  ObjectProperty<@Nullable LabDocument> comparedProperty() {
    return compared;
  }

  /// Keeps one, unless it is there or there are too many.
  ///
  /// @return whether it was kept
  boolean keep(LabDocument document) {
    return !all.contains(document) && all.size() < MOST && all.add(document);
  }

  void rename(LabDocument document, String name) {
    int place = all.indexOf(document);
    LabDocument renamed = document.named(name);
    boolean isCompared = document.equals(compared.get());
    all.set(place, renamed);
    if (isCompared) {
      compared.set(renamed);
    }
  }

  /// Takes one away.
  ///
  /// @return what puts it back to its place
  Runnable remove(LabDocument document) {
    int place = all.indexOf(document);
    boolean wasCompared = document.equals(compared.get());
    if (wasCompared) {
      compared.set(null);
    }
    all.remove(place);
    return () -> {
      all.add(Math.min(place, all.size()), document);
      if (wasCompared) {
        compared.set(document);
      }
    };
  }

  /// Takes over those of another window.
  void restore(List<LabDocument> others) {
    compared.set(null);
    all.setAll(others.subList(0, Math.min(MOST, others.size())));
  }
}

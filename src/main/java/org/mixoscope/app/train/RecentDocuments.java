package org.mixoscope.app.train;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Files of experiments that were opened or saved, the last ones first.
final class RecentDocuments {
  private static final int MOST = 8;

  private final ObservableList<Path> all = FXCollections.observableArrayList();
  private final ObservableList<Path> seen = FXCollections.unmodifiableObservableList(all);

  /// All of them.
  ObservableList<Path> all() {
    return seen;
  }

  void add(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    all.remove(absolute);
    all.addFirst(absolute);
    if (all.size() > MOST) {
      all.removeLast();
    }
  }

  /// Takes over those of another window.
  void restore(List<Path> others) {
    all.setAll(others.subList(0, Math.min(MOST, others.size())));
  }
}

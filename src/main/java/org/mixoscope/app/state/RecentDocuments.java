package org.mixoscope.app.state;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Files of one kind that were opened or saved, the last ones first.
public final class RecentDocuments {
  private static final int MOST = 8;

  private final ObservableList<Path> all = FXCollections.observableArrayList();
  private final ObservableList<Path> seen = FXCollections.unmodifiableObservableList(all);

  /// None yet.
  public RecentDocuments() {}

  /// All of them.
  public ObservableList<Path> all() {
    return seen;
  }

  /// One more.
  ///
  /// @return as it is kept: absolute
  public Path add(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    all.remove(absolute);
    all.addFirst(absolute);
    if (all.size() > MOST) {
      all.removeLast();
    }
    return absolute;
  }

  /// Forgets one of [#all].
  public void remove(Path file) {
    all.remove(file);
  }

  /// Takes over those of another window.
  public void restore(List<Path> others) {
    all.setAll(others.subList(0, Math.min(MOST, others.size())));
  }
}

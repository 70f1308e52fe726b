package org.mixoscope.app.memory;

import com.fasterxml.jackson.databind.JsonNode;
import javafx.beans.Observable;

/// A part of the window that leaves something of its own to the next one. Only the part understands
/// it.
public interface Part {
  /// Its name in the file, the same from one version to the next.
  String name();

  /// What it leaves, as it is now.
  JsonNode remembered();

  /// Takes over what an earlier window left.
  ///
  /// @throws IllegalArgumentException if that makes no sense; then all stays as it was
  void recall(JsonNode left);

  /// Tells of changes to what it leaves.
  Observable changes();
}

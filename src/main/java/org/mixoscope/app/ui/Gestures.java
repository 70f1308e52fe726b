package org.mixoscope.app.ui;

/// Whoever keeps a history: all edits between begin and end are one step of it.
public interface Gestures {
  /// From here to [#endGesture] all edits are one step of the history.
  void beginGesture();

  /// Ends the gesture; nothing if there is none.
  void endGesture();
}

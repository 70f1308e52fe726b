package org.mixoscope.kernel;

/// An exception with a reason that can be said in any language. Its message is the English text.
public interface Objecting {
  /// Why.
  Objection objection();
}

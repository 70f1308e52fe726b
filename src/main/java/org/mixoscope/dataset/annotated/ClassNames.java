package org.mixoscope.dataset.annotated;

import java.io.IOException;
import org.mixoscope.kernel.Objection;

/// Finds the classes that files name.
@FunctionalInterface
public interface ClassNames {
  /// The number of a class.
  ///
  /// @param where it is named, for messages
  /// @throws IOException if there is no such class
  int number(Objection where, String name) throws IOException;
}

package org.mixoscope.kernel;

/// A choice with a name for people: on the command line and in recipes.
public interface Named {
  /// Lower-case words joined by hyphens.
  String id();
}

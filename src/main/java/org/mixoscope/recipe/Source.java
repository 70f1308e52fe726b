package org.mixoscope.recipe;

/// One labelled image of a mix, by reference.
///
/// @param location a file's path, or `sample:NAME` for a picture that is shipped with the app
/// @param className the name of its class, not blank
public record Source(String location, String className) {
  /// @throws IllegalArgumentException if the location or class name is blank
  public Source {
    if (location.isBlank()) {
      throw new IllegalArgumentException("source: needs a file or sample");
    }
    if (className.isBlank()) {
      throw new IllegalArgumentException("class name of " + location + ": must not be blank");
    }
    className = className.strip();
  }

  /// The same image with another class name.
  public Source withClassName(String name) {
    return new Source(location, name);
  }
}

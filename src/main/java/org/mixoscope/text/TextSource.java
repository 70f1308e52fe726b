package org.mixoscope.text;

/// One labelled text that goes into a mix. A recipe holds the text itself, for texts that were
/// typed lie in no file.
///
/// @param text the text, as long as a [Passage] may be; one without a word can be kept, not mixed
/// @param className its class; empty if it has no label
public record TextSource(String text, String className) {
  /// Another text of the same class.
  public TextSource withText(String newText) {
    return new TextSource(newText, className);
  }

  /// The same text of another class.
  public TextSource withClass(String newName) {
    return new TextSource(text, newName);
  }

  /// Whether it has a label.
  public boolean isLabelled() {
    return !className.isEmpty();
  }
}

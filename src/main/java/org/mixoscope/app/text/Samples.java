package org.mixoscope.app.text;

import java.util.List;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.text.TextSource;

/// Two texts to begin with, of our own writing, in the language of the moment.
final class Samples {
  private Samples() {}

  static List<TextSource> of(Messages messages) {
    return List.of(one(messages, "a"), one(messages, "b"));
  }

  private static TextSource one(Messages messages, String which) {
    return new TextSource(
        messages.get("text.sample." + which), messages.get("text.sample." + which + ".class"));
  }
}

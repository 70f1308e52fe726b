package org.mixoscope.kernel;

import java.io.Serializable;
import java.util.List;

/// Why something cannot be had or done: one English sentence, and the same as data for those who
/// say it in another language.
///
/// @param reason what is wrong
/// @param details what its sentence names, in its order, each a text or an objection
public record Objection(Reason reason, List<Object> details) implements Serializable {
  /// Keeps a copy.
  public Objection {
    details = List.copyOf(details);
  }

  /// What an exception says; of one without an objection that is only its message.
  public static Objection of(IllegalArgumentException e) {
    return e instanceof Objecting objecting
        ? objecting.objection()
        : KernelReason.OTHER.of(e.getMessage());
  }

  /// What it is called where it is translated.
  public String key() {
    return reason.key();
  }

  /// One line in English.
  public String text() {
    return Sentence.filled(reason.sentence(), details);
  }

  /// The same as [#text].
  @Override
  public String toString() {
    return text();
  }
}

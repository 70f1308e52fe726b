package org.mixoscope.kernel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that can be wrong, or a part of the sentence that says so. Every room has an enum of
/// its own.
public interface Reason extends Serializable {
  /// The name of the enum's constant.
  String name();

  /// The room that it belongs to, in lower case.
  String room();

  /// What is wrong and what to do, in English, as [Sentence] reads it.
  String sentence();

  /// What it is called where it is translated: `recipe.unknown-field`.
  default String key() {
    return room() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// This reason, about something.
  ///
  /// @param details what the sentence names, in its order: objections are parts of it, anything
  ///   else is taken as text
  default Objection of(@Nullable Object... details) {
    return new Objection(
        this,
        Arrays.stream(details).map(d -> d instanceof Objection ? d : String.valueOf(d)).toList());
  }
}

package org.mixoscope.kernel;

import java.util.Arrays;
import java.util.List;

/// An argument that is refused for a reason that screens say in the language of their user.
public final class RefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Objection.Kind kind;
  private final String[] details;

  /// @param message one line in English
  /// @param details what the line names, as [Objection.Kind] says
  public RefusedException(Objection.Kind kind, String message, Object... details) {
    super(message);
    this.kind = kind;
    this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
  }

  /// Why.
  public Objection objection() {
    return new Objection(kind, String.valueOf(getMessage()), List.of(details));
  }
}

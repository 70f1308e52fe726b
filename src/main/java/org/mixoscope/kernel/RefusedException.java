package org.mixoscope.kernel;

/// An argument that is refused for a reason that users are told.
public final class RefusedException extends IllegalArgumentException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  /// Refuses.
  public RefusedException(Objection objection) {
    super(objection.text());
    this.objection = objection;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}

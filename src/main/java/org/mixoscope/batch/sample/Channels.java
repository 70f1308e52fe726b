package org.mixoscope.batch.sample;

import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.PixelKind;

/// How many channels samples have; of eight bits, if nobody says otherwise.
public enum Channels implements Named, Wanted {
  /// As many as the pictures: grey ones are repeated only where they meet colour, in the same
  /// sample or in the same array.
  KEEP("keep"),
  /// One: colour becomes its brightness.
  ONE("1"),
  /// Three: grey is repeated.
  THREE("3");

  private final String id;

  Channels(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public PixelKind of(PixelKind stored) {
    return switch (this) {
      case KEEP -> stored.with(ElementType.UINT8);
      case ONE -> PixelKind.GREY8;
      case THREE -> PixelKind.RGB8;
    };
  }
}

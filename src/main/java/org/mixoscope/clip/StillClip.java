package org.mixoscope.clip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Scale;
import org.mixoscope.image.Stored;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// A picture, as a clip of one frame.
final class StillClip implements Clip {
  private final Picture picture;
  private boolean read;

  StillClip(Picture picture) {
    this.picture = picture;
  }

  @Override
  public Frame frame() {
    return picture.pixels().frame();
  }

  @Override
  public NumberType type() {
    return picture.stored().type();
  }

  @Override
  public int channels() {
    return picture.pixels().channels();
  }

  @Override
  public Timing timing() {
    return Timing.of(new long[] {1});
  }

  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public Scale scale() {
    return picture.stored().scale();
  }

  @Override
  public @Nullable Picture next() {
    Picture next = read ? null : picture;
    read = true;
    return next;
  }

  @Override
  public List<Objection> notes(String letter) {
    Stored stored = picture.stored();
    return stored.others() == 0
        ? List.of()
        : List.of(ClipReason.ONE_PAGE.of(letter, stored.page(), stored.pages()));
  }

  @Override
  public void close() {}
}

package org.mixoscope.image;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// The pages of a file that is in memory as it is stored; one at a time is decoded.
final class PageStack implements PictureStack {
  private final String name;
  private final Encoded first;
  private final Frame frame;
  private final Scale scale;
  private int read;

  PageStack(String name, Encoded first) throws BadData {
    this.name = name;
    this.first = first;
    frame = first.turn().upright(first.frame());
    scale = first.scale();
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public NumberType type() {
    return first.type();
  }

  @Override
  public int channels() {
    return first.kind().channels();
  }

  @Override
  public Scale scale() {
    return scale;
  }

  @Override
  public int count() {
    return first.pages();
  }

  @Override
  public @Nullable Grid grid() {
    return null;
  }

  @Override
  public @Nullable Picture next() throws PictureException {
    if (read == count()) {
      return null;
    }
    read++;
    return PictureReader.guarded(name, () -> PictureReader.picture(first.page(read)));
  }

  @Override
  public void close() {}
}

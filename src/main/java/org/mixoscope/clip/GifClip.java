package org.mixoscope.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.GifFrames;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// An animated GIF; one of one frame is a picture.
final class GifClip implements Clip {
  private static final long HUNDREDTH = 10_000;

  private final GifFrames frames;
  private final Timing timing;

  private GifClip(GifFrames frames) {
    this.frames = frames;
    timing = Timing.of(frames.delays().stream().mapToLong(delay -> delay * HUNDREDTH).toArray());
  }

  static GifClip open(Path file, long maxPixels) throws PictureException {
    return new GifClip(GifFrames.open(file, maxPixels));
  }

  @Override
  public Frame frame() {
    return frames.frame();
  }

  @Override
  public NumberType type() {
    return NumberType.UINT8;
  }

  @Override
  public int channels() {
    return PixelKind.RGB8.channels();
  }

  @Override
  public Timing timing() {
    return timing;
  }

  @Override
  public boolean moves() {
    return timing.frames() > 1;
  }

  @Override
  public @Nullable Picture next() throws PictureException {
    Pixels next = frames.next();
    return next == null ? null : new Picture(next, Origin.of(next.frame(), Turn.UPRIGHT), Set.of());
  }

  @Override
  public List<Objection> notes(String letter) {
    return frames.isComplete()
        ? List.of()
        : List.of(ClipReason.CUT_OFF_BEHIND.of(letter, timing.frames()));
  }

  @Override
  public void close() {}
}

package org.mixoscope.clip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Grid;
import org.mixoscope.image.NiftiHeader;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureStack;
import org.mixoscope.image.Scale;
import org.mixoscope.image.Trait;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// All slices or pages of a file, or of a folder of slices, as a volume.
final class VolumeClip implements Clip {
  private final PictureStack stack;
  private final Timing timing;
  private final int otherFiles;
  private int otherSizes;
  private int lossy;

  /// @param stack to be read from its first; closed with this
  /// @param rate slices a second, where they are shown as frames
  /// @param otherFiles how many lie beside those of the slices
  VolumeClip(PictureStack stack, double rate, int otherFiles) {
    this.stack = stack;
    this.otherFiles = otherFiles;
    timing = Timing.even(stack.count(), stack.count() / rate);
  }

  @Override
  public Frame frame() {
    return stack.frame();
  }

  @Override
  public NumberType type() {
    return stack.type();
  }

  @Override
  public int channels() {
    return stack.channels();
  }

  @Override
  public Timing timing() {
    return timing;
  }

  @Override
  public boolean moves() {
    return true;
  }

  @Override
  public boolean isVolume() {
    return true;
  }

  @Override
  public @Nullable Scale scale() {
    return stack.scale();
  }

  @Override
  public @Nullable Grid grid() {
    return stack.grid();
  }

  @Override
  public @Nullable NiftiHeader header() {
    return stack.header();
  }

  @Override
  public @Nullable Picture next() throws PictureException {
    Picture next = stack.next();
    if (next != null) {
      otherSizes += next.pixels().frame().equals(frame()) ? 0 : 1;
      lossy += next.traits().contains(Trait.LOSSY) ? 1 : 0;
    }
    return next;
  }

  @Override
  public List<Objection> notes(String letter) {
    List<Objection> notes = new ArrayList<>();
    notes.add(ClipReason.VOLUME.of(letter, timing.frames(), frame()));
    if (otherFiles > 0) {
      notes.add(ClipReason.OTHER_FILES.of(letter, otherFiles));
    }
    if (otherSizes > 0) {
      notes.add(ClipReason.OTHER_SIZES.of(letter, otherSizes, frame()));
    }
    if (lossy > 0) {
      notes.add(ClipReason.LOSSY_SLICES.of(letter, lossy, timing.frames()));
    }
    return notes;
  }

  @Override
  public void close() {
    stack.close();
  }
}

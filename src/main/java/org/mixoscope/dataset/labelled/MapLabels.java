package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.image.Palette;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Target;

/// Pictures labelled with masks: the class of every pixel.
final class MapLabels implements Labels {
  private final List<String> names;
  private final Masks masks;
  private final @Nullable ColourMap colours;
  private final MapScale scale;
  private final Palette palette;
  private final List<MapCensus.Mask> looks;
  private final int[] most;
  private final int[] counts;
  private final PixelCounts pixels;

  /// @param names of the classes
  /// @param census of all masks
  MapLabels(
      List<String> names,
      Masks masks,
      @Nullable ColourMap colours,
      MapScale scale,
      MapCensus census) {
    this.names = names;
    this.masks = masks;
    this.colours = colours;
    this.scale = scale;
    palette = census.palette();
    looks = census.masks();
    most = new int[looks.size()];
    counts = new int[names.size()];
    long[] ofClasses = new long[names.size()];
    long ignored = 0;
    for (int i = 0; i < most.length; i++) {
      MapCensus.Mask mask = looks.get(i);
      int largest = 0;
      for (int v = 0; v < mask.values().length; v++) {
        int index = scale.index(mask.values()[v]);
        int count = mask.counts()[v];
        if (index == scale.type().white()) {
          ignored += count;
          continue;
        }
        ofClasses[index] += count;
        counts[index]++;
        if (index > 0 && count > largest) {
          largest = count;
          most[i] = index;
        }
      }
    }
    pixels = new PixelCounts(ofClasses, ignored);
  }

  @Override
  public TargetKind kind() {
    return TargetKind.MAP;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public int size() {
    return most.length;
  }

  /// The class of most pixels that are not background; 0 if there are none, or the mask cannot be
  /// read.
  @Override
  public int classOf(int index) {
    return most[index];
  }

  @Override
  public String name(int index) {
    return names.get(most[index]);
  }

  @Override
  public int[] counts() {
    return counts.clone();
  }

  @Override
  public void release() throws IOException {
    masks.release();
  }

  /// How many pixels have each class.
  PixelCounts pixels() {
    return pixels;
  }

  /// In which the masks are shown.
  Palette palette() {
    return palette;
  }

  @Override
  public @Nullable String annotation(int index) {
    return masks.file(index);
  }

  /// As sizes tell, as far as they do.
  @Override
  public Turned turned(int index, Origin origin) {
    Frame size = size(index);
    Frame upright = origin.turn().upright(origin.stored());
    boolean alike = origin.stored().equals(upright);
    boolean asStored = !alike && origin.stored().equals(size);
    return new Turned(1, asStored ? 1 : 0, alike && size != null ? 1 : 0);
  }

  @Override
  public @Nullable Frame size(int index) {
    return looks.get(index).size();
  }

  @Override
  public Target target(int index, Origin origin, Frame frame, PictureReader reader)
      throws PictureException {
    MaskValues values =
        new MaskValues(masks.indices(index, reader), colours, masks.location(index));
    ClassMap map = ClassMap.of(values.map(scale));
    return Markings.OfMap.in(map, origin, frame)
        .orElseThrow(
            () ->
                MaskReason.OTHER_SIZE.failure(
                    masks.location(index), map.frame(), origin.turn().upright(origin.stored())));
  }
}

package org.mixoscope.batch.output;

import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.Palette;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.target.ClassMap;

/// How class maps are written.
///
/// @param classes K
/// @param palette in which index PNG show them
/// @param soft whether arrays hold K weights a pixel instead of an index
public record MapForm(int classes, Palette palette, boolean soft) {
  /// Indices above need sixteen bits, since the largest of eight counts for nobody.
  private static final int BYTE = 255;

  /// That of a job, null if its samples have no class maps: arrays of one index a pixel have no
  /// place for pixels that blend.
  ///
  /// @param target what samples are labelled with
  public static @Nullable MapForm of(TargetKind target, DataSet data, Policy policy) {
    return target == TargetKind.MAP
        ? new MapForm(data.classes().size(), data.palette(), blends(policy))
        : null;
  }

  private static boolean blends(Policy policy) {
    return policy.choices().stream()
        .anyMatch(choice -> choice.drawing().method().type().uses(Trait.BLENDS));
  }

  /// How an array stores a value: `uint8`, `uint16` or `float32`.
  public String dtype() {
    return soft ? "float32" : isDeep() ? "uint16" : "uint8";
  }

  boolean isDeep() {
    return classes > BYTE;
  }

  /// About how many bytes a map takes.
  public long bytes(ClassMap map, OutputFormat format) {
    return format.isArray()
        ? arrayBytes(map.frame())
        : MapFiles.of(map, palette, "", "").files().stream()
            .mapToLong(file -> file.bytes().length)
            .sum();
  }

  /// How many bytes a map takes in an array.
  public long arrayBytes(Frame frame) {
    long pixels = frame.pixels();
    return soft ? pixels * classes * Float.BYTES : pixels * (isDeep() ? Short.BYTES : 1);
  }
}

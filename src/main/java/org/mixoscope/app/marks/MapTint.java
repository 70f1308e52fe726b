package org.mixoscope.app.marks;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.mixoscope.app.ui.ClassColour;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;

/// Paints a class map in translucent colours. A pixel of nobody stays as it is; where maps blend,
/// the one with the larger weight is shown.
final class MapTint {
  private static final double OPACITY = 0.55;
  private static final int CLASSES_OF_A_BYTE = 256;
  private static final ValueLayout.OfInt PIXEL =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int[] COLOURS = colours(CLASSES_OF_A_BYTE);

  private MapTint() {}

  private static int[] colours(int count) {
    int[] colours = new int[count];
    for (int index = 0; index < count; index++) {
      colours[index] = premultiplied(new ClassColour(index).rgb());
    }
    return colours;
  }

  private static int premultiplied(int rgb) {
    int alpha = (int) Math.round(255 * OPACITY);
    int red = (int) Math.round((rgb >> 16 & 0xFF) * OPACITY);
    int green = (int) Math.round((rgb >> 8 & 0xFF) * OPACITY);
    int blue = (int) Math.round((rgb & 0xFF) * OPACITY);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  /// @param out of the map's size, premultiplied BGRA. Modified
  static void paint(ClassMap map, Pixels out) {
    Pixels indices = map.indices();
    int nobody = map.nobody();
    int[] colours = indices.type() == ElementType.UINT8 ? COLOURS : colours(nobody);
    long at = 0;
    for (int y = 0; y < indices.height(); y++) {
      for (int x = 0; x < indices.width(); x++) {
        int index = (int) indices.valueAt(y, x, 0);
        out.memory().set(PIXEL, at, index == nobody ? 0 : colours[index]);
        at += Integer.BYTES;
      }
    }
  }
}

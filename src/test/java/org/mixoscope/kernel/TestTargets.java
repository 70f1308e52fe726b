package org.mixoscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.kernel.target.Target;

/// What is where in pictures, at random.
public final class TestTargets {
  private static final int CLASSES = 4;

  private TestTargets() {}

  /// Up to four objects a picture, with masks or with boxes only.
  public static List<Target> objects(Random random, int pictures, Frame frame) {
    return objects(random, pictures, frame, 4);
  }

  /// The same, with up to so many.
  public static List<Target> objects(Random random, int pictures, Frame frame, int most) {
    List<Target> all = new ArrayList<>();
    for (int k = 0; k < pictures; k++) {
      List<Instance> instances = new ArrayList<>();
      for (int i = random.nextInt(most + 1); i > 0; i--) {
        Box box = TestPictures.box(random, frame);
        if (box.isEmpty()) {
          continue;
        }
        int category = random.nextInt(CLASSES);
        Mask mask = Mask.of(box, (y, x) -> isInEllipse(box, y, x));
        instances.add(
            random.nextBoolean()
                ? Instance.of(category, Edges.of(box))
                : Instance.of(category, mask));
      }
      all.add(Objects.of(frame, instances, Keeping.USUAL));
    }
    return all;
  }

  private static boolean isInEllipse(Box box, int y, int x) {
    double right = (2.0 * x + 1 - box.x1() - box.x2()) / box.width();
    double down = (2.0 * y + 1 - box.y1() - box.y2()) / box.height();
    return right * right + down * down <= 1;
  }

  /// A map of a few classes a picture, with pixels that count for nobody.
  public static List<Target> maps(Random random, int pictures, Frame frame) {
    List<Target> all = new ArrayList<>();
    for (int k = 0; k < pictures; k++) {
      byte[] indices = new byte[Math.toIntExact(frame.pixels())];
      int classes = 1 + random.nextInt(CLASSES);
      for (int i = 0; i < indices.length; i++) {
        int index = random.nextInt(classes + 1);
        indices[i] = (byte) (index == classes ? 255 : index);
      }
      all.add(ClassMap.of(Pixels.of(indices, frame, 1)));
    }
    return all;
  }
}

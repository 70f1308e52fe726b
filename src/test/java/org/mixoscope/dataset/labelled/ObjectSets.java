package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mixoscope.dataset.annotated.Annotation;
import org.mixoscope.dataset.annotated.Marked;
import org.mixoscope.dataset.annotated.Outline;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Edges;

/// Data sets of objects that no file describes.
public final class ObjectSets {
  /// The classes of all; one that a format must not stumble over.
  public static final List<String> CLASSES = List.of("ant", "bee & \"<cow>\"", "杯");

  private ObjectSets() {}

  /// Random pictures of one size with random objects: polygons of several rings, boxes, runs of
  /// pixels, some of them regions of many, and one picture without any.
  ///
  /// @param root the pictures are written there
  public static DataSet random(Path root, int pictures, Frame frame, long seed) throws IOException {
    Random random = new Random(seed);
    List<Annotation> annotations = new ArrayList<>();
    Names names = new Names();
    Files.createDirectories(root);
    for (int i = 0; i < pictures; i++) {
      byte[] bytes = new byte[Math.toIntExact(frame.pixels() * 3)];
      random.nextBytes(bytes);
      PictureWriter.write(Pixels.of(bytes, frame, 3), root.resolve(i + ".png"), null);
      names.add(i + ".png");
      List<Marked> objects = new ArrayList<>();
      for (int k = i == 0 ? 0 : 1 + random.nextInt(4); k > 0; k--) {
        objects.add(
            new Marked(
                random.nextInt(CLASSES.size()), outline(random, frame), random.nextInt(6) == 0));
      }
      annotations.add(new Annotation(frame, false, objects));
    }
    ObjectLabels labels = new ObjectLabels(CLASSES, annotations, i -> i + ".png", _ -> null);
    return new DataSet(
        "test", new FileEntries(root.toAbsolutePath(), names), labels, new Notes().about(labels));
  }

  private static Outline outline(Random random, Frame frame) {
    return switch (random.nextInt(3)) {
      case 0 -> {
        double x = random.nextDouble() * frame.width();
        double y = random.nextDouble() * frame.height();
        yield new Outline.Rectangle(
            new Edges(x, y, x + 1 + random.nextInt(9), y + 1 + 7 * random.nextDouble()));
      }
      case 1 -> {
        List<double[]> rings = new ArrayList<>();
        for (int r = 1 + random.nextInt(2); r > 0; r--) {
          double[] ring = new double[8];
          for (int i = 0; i < ring.length; i++) {
            ring[i] = random.nextDouble() * (i % 2 == 0 ? frame.width() : frame.height());
          }
          rings.add(ring);
        }
        yield new Outline.Polygons(rings);
      }
      default -> {
        int pixels = Math.toIntExact(frame.pixels());
        int before = random.nextInt(pixels - 40);
        int inside = 1 + random.nextInt(30);
        yield new Outline.Runs(frame, new int[] {before, inside, pixels - before - inside});
      }
    };
  }
}

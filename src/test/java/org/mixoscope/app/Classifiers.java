package org.mixoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.mixoscope.lab.classifier.OnnxFiles;

/// Small networks that know the classes of the sample pictures.
final class Classifiers {
  static final String NAMES = "[\"coffee\", \"cat\", \"rocket\", \"astronaut\"]";

  private static final int SIDE = 8;

  private Classifiers() {}

  /// One whose file says everything.
  static Path write(Path file) throws IOException {
    return Files.write(
        file,
        network()
            .then("Softmax")
            .saying("classes", NAMES)
            .saying("Image.NominalPixelRange", "Normalized_0_1")
            .bytes());
  }

  /// One whose file says nothing.
  static Path writeSilent(Path file) throws IOException {
    return Files.write(file, network().bytes());
  }

  private static OnnxFiles network() {
    Random random = new Random(3);
    float[][] weights = new float[4][3 * SIDE * SIDE];
    for (float[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian() / 3;
      }
    }
    return OnnxFiles.of(new long[] {-1, 3, SIDE, SIDE}, weights);
  }
}

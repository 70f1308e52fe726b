package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_dnn.Net;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.PlanePoints;

/// Another program reads the file and says the same.
@BesideWindows
class OnnxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "784-128-10",
        "mlp:30,20+batch-norm",
        "cnn",
        "cnn+batch-norm+dropout:0.3"
      })
  void openCvGivesTheSameProbabilitiesOfDigits(String net) {
    assertSame(net, Digits.read().some(40, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "mlp:64,64"})
  void openCvGivesTheSameProbabilitiesOfPoints(String net) {
    assertSame(net, PlanePoints.Kind.SPIRALS.usual().draw(40, 1));
  }

  private static void assertSame(String net, Examples samples) {
    NetSpec spec = NetSpec.of(net, samples.shape(), samples.classes());
    Experiment experiment =
        new Experiment("run", spec, new Optimiser.Adam(1e-3), Policy.of(new Mixup(1)), 0, 8);
    Training training = new Training(experiment, samples, 1);
    training.finishEpoch();
    float[][] ours = training.network().predict(samples.inputs());

    byte[] file = Onnx.of(training.network());

    try (BytePointer bytes = new BytePointer(file);
        Net other = opencv_dnn.readNetFromONNX(bytes, file.length)) {
      for (int i = 0; i < samples.size(); i++) {
        float[] theirs = predict(other, samples.inputs()[i], samples.shape());
        for (int c = 0; c < samples.classes(); c++) {
          assertEquals(ours[i][c], theirs[c], 1e-5, "sample " + i + ", class " + c);
        }
      }
    }
  }

  private static float[] predict(Net net, float[] sample, Shape shape) {
    int[] sides =
        shape.plane() == 1
            ? new int[] {1, shape.channels()}
            : new int[] {1, shape.channels(), shape.height(), shape.width()};
    try (Mat in = new Mat(sides, opencv_core.CV_32F)) {
      try (FloatIndexer indexer = in.createIndexer()) {
        for (int k = 0; k < sample.length; k++) {
          indexer.put(place(k, sides), sample[k]);
        }
      }
      net.setInput(in);
      try (Mat out = net.forward();
          FloatIndexer indexer = out.createIndexer()) {
        float[] result = new float[(int) out.total()];
        indexer.get(0L, result);
        return result;
      }
    }
  }

  /// The index of an element in the order of memory.
  private static long[] place(int element, int[] sides) {
    long[] place = new long[sides.length];
    int left = element;
    for (int d = sides.length - 1; d >= 0; d--) {
      place[d] = left % sides[d];
      left /= sides[d];
    }
    return place;
  }
}

package org.mixoscope.tensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.Dl4j;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.NetSpec;
import org.mixoscope.lab.Network;
import org.mixoscope.lab.data.Digits;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// The loop of the manual trains networks of Deeplearning4j, and they are tested on pictures that
/// are not mixed.
@BesideWindows
class Dl4jLoopTest {
  private static final int BATCH = 32;
  private static final Examples.Split DIGITS = Digits.read().split(1000, 1);

  @Test
  void denseNetworkLearnsDigitsFromMixedBatches() {
    BatchMixer mixer = new BatchMixer(Policy.of(new Mixup(0.2)), 42).withClasses(10);

    double accuracy = trained("784-128-10", mixer, 1000, 8);

    assertTrue(accuracy > 0.9, () -> "accuracy " + accuracy);
  }

  @Test
  void convolutionsLearnDigitsFromMixedBatches() {
    BatchMixer mixer = new BatchMixer(Policy.of(new CutMix(1)), 42).withClasses(10);

    double accuracy = trained("cnn", mixer, 320, 2);

    assertTrue(accuracy > 0.4, () -> "accuracy " + accuracy);
  }

  private static double trained(String net, BatchMixer mixer, int samples, int epochs) {
    Examples train = DIGITS.train();
    NetSpec spec = NetSpec.of(net, train.shape(), train.classes());
    Network ours = new Network(spec, 1);
    MultiLayerNetwork model = Dl4j.of(ours, Dl4j.adam(1e-3));
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int from = 0; from + BATCH <= samples; from += BATCH) {
        float[][] rows = Arrays.copyOfRange(train.inputs(), from, from + BATCH);
        INDArray images = Nd4j.create(rows).reshape(BATCH, 1, 28, 28);
        MixedBatch mixed = mixer.mix(images, classes(train, from), epoch, from / BATCH);
        INDArray in = net.equals("cnn") ? mixed.images() : mixed.images().reshape(BATCH, 784);
        model.fit(in, mixed.labels());
      }
    }
    Examples test = DIGITS.test().some(300, 1);
    Evaluation evaluation = new Evaluation(10);
    evaluation.eval(Nd4j.create(oneHot(test)), model.output(Dl4j.inputs(ours, test.inputs())));
    return evaluation.accuracy();
  }

  private static INDArray classes(Examples train, int from) {
    int[] classes = new int[BATCH];
    Arrays.setAll(classes, i -> train.classOf(from + i));
    return Nd4j.createFromArray(classes);
  }

  private static float[][] oneHot(Examples test) {
    float[][] rows = new float[test.size()][10];
    for (int i = 0; i < rows.length; i++) {
      rows[i][test.classOf(i)] = 1;
    }
    return rows;
  }
}

package org.mixoscope.batch.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Partners.Who;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.target.ClassWeights;

class MassTest {
  @TempDir Path folder;

  private static SampleSettings settings(String method, Who who, double probability, int copies) {
    MethodType type = MethodType.of(method);
    return new SampleSettings(
        Policy.of(List.of(new Choice(type.initial(), 1, Math.min(3, type.maxSources()))))
            .withProbability(probability),
        Partners.of(who),
        Blending.SRGB,
        null,
        new Frame(24, 32),
        Fit.COVER,
        Channels.KEEP,
        Labelling.USUAL,
        0.1,
        copies,
        true,
        3);
  }

  private static Mass mass(DataSet data, SampleSettings settings) {
    return Mass.of(data, settings, new SamplePlan(Stock.of(data), settings), null).orElseThrow();
  }

  /// Against the labels of all samples of the job, where pictures do not decide.
  @ParameterizedTest
  @CsvSource({
    "mixup, ROLL, 1",
    "cutmix, RANDOM, 1",
    "cutmix, BALANCED, 1",
    "k-mixup, BALANCED, 0.6",
    "fmix, OTHER_CLASS, 1",
    "mosaic, SAME_CLASS, 1"
  })
  void theExpectedMassIsThatOfTheLabelsOfAllSamples(String method, Who who, double probability)
      throws Exception {
    int[] pictures = {24, 6, 2};
    for (int c = 0; c < pictures.length; c++) {
      for (int i = 0; i < pictures[c]; i++) {
        Path file = folder.resolve(c + "/" + i + ".png");
        Files.createDirectories(file.resolveSibling(""));
        byte[] bytes = new byte[24 * 32];
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (byte) (k * (31 + i) % 97 + 3 * c);
        }
        PictureWriter.write(Pixels.of(bytes, new Frame(24, 32), 1), file, null);
      }
    }
    SampleSettings settings = settings(method, who, probability, 20);
    try (DataSet data = DataSet.open(folder)) {
      SampleMaker maker = new SampleMaker(Stock.of(data), settings, false, new PictureReader());
      double[] sums = new double[pictures.length];
      for (int index = 0; index < maker.plan().size(); index++) {
        if (((Sample) maker.make(index)).target() instanceof ClassWeights label) {
          for (int c = 0; c < sums.length; c++) {
            sums[c] += label.weight(c);
          }
        }
      }
      Mass mass = maker.mass().orElseThrow();
      double[] before = {24 / 32.0, 6 / 32.0, 2 / 32.0};
      for (int c = 0; c < sums.length; c++) {
        assertEquals(before[c], mass.before().get(c), 1e-12);
        assertEquals(sums[c] / maker.plan().size(), mass.after().get(c), 0.03);
      }
      assertEquals(1, mass.after().stream().mapToDouble(m -> m).sum(), 1e-9);
    }
  }

  /// In a roll every picture is a partner once, so classes keep what they have; balanced partners
  /// lift the tail.
  @Test
  void balancedPartnersLiftTheTail() throws IOException {
    List<Integer> classes = new ArrayList<>(Collections.nCopies(90, 0));
    classes.addAll(Collections.nCopies(9, 1));
    classes.add(2);
    try (DataSet data = Classes.of(classes)) {
      Mass roll = mass(data, Classes.settings(Partners.ROLL, 3, false, 1));
      for (int c = 0; c < 3; c++) {
        assertEquals(roll.before().get(c), roll.after().get(c), 1e-9);
      }
      Mass balanced = mass(data, Classes.settings(Partners.of(Who.BALANCED), 50, false, 1));
      double partner = 0.3; // about: boxes are clipped
      assertTrue(balanced.after().get(0) < 0.9 - partner / 3);
      assertTrue(balanced.after().get(2) > 0.01 + partner / 5);
    }
  }

  @Test
  void severalAndSoftLabelsCountByTheirWeights() throws IOException {
    Path table = folder.resolve("soft.csv");
    Files.writeString(table, "file_name,cat,dog\n1.png,0.75,0.25\n2.png,0.25,0.75\n3.png,1,0\n");
    try (DataSet data = DataSet.open(table)) {
      Mass mass = mass(data, Classes.settings(Partners.ROLL, 1, false, 1));
      assertEquals(2 / 3.0, mass.before().get(0), 1e-12);
      assertEquals(2 / 3.0, mass.after().get(0), 1e-9);
    }
  }

  @Test
  void numbersHaveNone() throws IOException {
    try (DataSet data = Classes.ofNumbers(List.of(1.0, 2.5))) {
      SampleSettings settings = Classes.settings(Partners.ROLL, 1, false, 1);
      assertEquals(
          Optional.empty(),
          Mass.of(data, settings, new SamplePlan(Stock.of(data), settings), null));
    }
  }
}

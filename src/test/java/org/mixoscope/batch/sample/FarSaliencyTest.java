package org.mixoscope.batch.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.SaliencyMap;

class FarSaliencyTest {
  private static final Frame FRAME = new Frame(64, 64);
  private static final int PICTURES = 24;

  @TempDir Path folder;

  /// Each has one bright square, in one of the corners.
  @BeforeEach
  void writePictures() throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      Path file = folder.resolve("class/%02d.png".formatted(i));
      Files.createDirectories(file.resolveSibling(""));
      PictureWriter.write(square(8 + 40 * (i % 2), 8 + 40 * (i / 2 % 2)), file, null);
    }
  }

  private static Pixels square(int left, int top) {
    byte[] bytes = new byte[64 * 64];
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        boolean inside = x >= left && x < left + 12 && y >= top && y < top + 12;
        bytes[64 * y + x] = (byte) (inside ? 250 : 20 + (x * 7 + y * 13) % 5);
      }
    }
    return Pixels.of(bytes, FRAME, 1);
  }

  private static double[] map(Pixels pixels) {
    return SaliencyMap.SPECTRAL_RESIDUAL.shares(pixels, 8, new Workspace());
  }

  private static SampleSettings settings() {
    return Classes.settings(Partners.of(Partners.Who.FAR_SALIENCY), 3, false, 5);
  }

  /// Against the definition: of the first eight of the plan, by maps that nobody has rounded.
  @Test
  void thePartnerIsTheFarthestOfEight() throws Exception {
    try (DataSet data = DataSet.open(folder)) {
      PictureReader reader = new PictureReader();
      SampleMaker maker = new SampleMaker(Stock.of(data), settings(), false, reader);
      double[][] maps = new double[PICTURES][];
      for (int i = 0; i < PICTURES; i++) {
        maps[i] = map(data.read(i, reader, null, Fit.COVER, _ -> PixelKind.GREY8).pixels());
      }
      for (int index = 0; index < maker.plan().size(); index++) {
        Sample sample = (Sample) maker.make(index);
        int own = sample.mix().sources().get(0);
        int partner = sample.mix().sources().get(1);
        double farthest = 0;
        Set<Integer> candidates = candidates(maker.plan(), index);
        for (int candidate : candidates) {
          farthest = Math.max(farthest, distance(maps[own], maps[candidate]));
        }
        assertTrue(candidates.contains(partner));
        assertEquals(farthest, distance(maps[own], maps[partner]), 1e-3);
        assertTrue(own % 4 != partner % 4, "another corner than its own");
      }
    }
  }

  private static Set<Integer> candidates(SamplePlan plan, int index) {
    Set<Integer> candidates = new TreeSet<>();
    var drawn = plan.partners(index);
    while (candidates.size() < 8) {
      candidates.add(drawn.nextInt());
    }
    return candidates;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /// A candidate that cannot be read is missed, be it the farthest or not: mended, it might be.
  @Test
  void candidatesThatCannotBeReadAreMissed() throws Exception {
    Files.writeString(folder.resolve("class/07.png"), "no picture");
    try (DataSet data = DataSet.open(folder)) {
      SampleMaker maker = new SampleMaker(Stock.of(data), settings(), false, new PictureReader());
      int missed = 0;
      for (int index = 0; index < maker.plan().size(); index++) {
        boolean candidate = candidates(maker.plan(), index).contains(7);
        switch (maker.make(index)) {
          case Sample sample -> {
            List<String> names = sample.missed().stream().map(Missed::name).toList();
            assertEquals(candidate ? List.of("class/07.png") : List.of(), names);
            missed += names.size();
          }
          case Skipped skipped -> assertEquals("class/07.png", skipped.name());
        }
      }
      assertTrue(missed > 5);
    }
  }

  /// A sample depends on its number alone, whatever was looked at before.
  @Test
  void theOrderInWhichSamplesAreMadeHasNoSay() throws Exception {
    try (DataSet data = DataSet.open(folder)) {
      SampleMaker forwards =
          new SampleMaker(Stock.of(data), settings(), false, new PictureReader());
      SampleMaker backwards =
          new SampleMaker(Stock.of(data), settings(), false, new PictureReader());
      List<List<Integer>> one = new ArrayList<>();
      List<List<Integer>> other = new ArrayList<>();
      int size = forwards.plan().size();
      for (int i = 0; i < size; i++) {
        one.add(((Sample) forwards.make(i)).mix().sources());
        other.addFirst(((Sample) backwards.make(size - 1 - i)).mix().sources());
      }
      assertEquals(one, other);
    }
  }

  @Test
  void sharesSumToOneWhateverTheSizes() {
    for (Frame frame : List.of(new Frame(1, 1), new Frame(3, 200), new Frame(64, 5), FRAME)) {
      byte[] bytes = new byte[(int) frame.pixels()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (i * i * 31 + i * 7);
      }
      double[] shares = map(Pixels.of(bytes, frame, 1));
      assertEquals(64, shares.length);
      assertEquals(1, Arrays.stream(shares).sum(), 1e-12, frame.toString());
      assertTrue(Arrays.stream(shares).allMatch(share -> share >= 0));
    }
    double[] even = new double[64];
    Arrays.fill(even, 1.0 / 64);
    assertArrayEquals(even, map(Pixels.of(new byte[64 * 64], FRAME, 1)));
  }
}

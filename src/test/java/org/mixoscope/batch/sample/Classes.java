package org.mixoscope.batch.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;

/// Data sets of which only the classes matter: their pictures are never read.
final class Classes {
  private Classes() {}

  /// The class of each picture, of at most this many pictures.
  static Arbitrary<List<Integer>> upTo(int pictures) {
    return Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(pictures);
  }

  /// A data set of pictures with these classes.
  static DataSet of(List<Integer> classes) throws IOException {
    Path folder = Files.createTempDirectory("classes");
    Path table = folder.resolve("table.csv");
    try {
      String lines =
          IntStream.range(0, classes.size())
              .mapToObj(i -> "%d.png,class %d\n".formatted(i, classes.get(i)))
              .collect(Collectors.joining());
      Files.writeString(table, "file_name,label\n" + lines);
      DataSet data = DataSet.open(table);
      assertEquals(classes.size(), data.size());
      return data;
    } finally {
      Files.delete(table);
      Files.delete(folder);
    }
  }

  /// A data set of pictures with these numbers.
  static DataSet ofNumbers(List<Double> numbers) throws IOException {
    Path folder = Files.createTempDirectory("numbers");
    Path table = folder.resolve("table.csv");
    try {
      String lines =
          IntStream.range(0, numbers.size())
              .mapToObj(i -> i + ".png," + numbers.get(i) + "\n")
              .collect(Collectors.joining());
      Files.writeString(table, "file_name,age\n" + lines);
      return DataSet.open(table, ReadAs.USUAL.with(TargetKind.NUMBER));
    } finally {
      Files.delete(table);
      Files.delete(folder);
    }
  }

  static SampleSettings settings(Partners partners, int copies, boolean keepOriginals, long seed) {
    return new SampleSettings(
        Policy.of(new CutMix(1)),
        partners,
        Blending.SRGB,
        null,
        null,
        Fit.COVER,
        Channels.KEEP,
        Labelling.USUAL,
        0,
        copies,
        keepOriginals,
        seed);
  }
}

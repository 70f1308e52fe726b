package org.mixoscope.lab.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;

/// Pictures of a data set as a lesson can train on them: shrunk, and no more than memory and
/// patience allow, every class with its share of these.
///
/// @param trained what is trained on, or, without a split to test on, what is parted
/// @param tested a split of the data set to test on; null if it has none
/// @param all how many pictures there are in the splits that are used
public record PictureSet(Part trained, @Nullable Part tested, int all) {
  /// The largest side that pictures are shrunk to.
  public static final int LARGEST = 64;

  /// The most classes.
  public static final int MOST_CLASSES = 100;

  private static final int FEWEST = 4;

  /// Pictures, and numbers in them, that are used: a hundred megabytes.
  private static final int MOST_PICTURES = 6000;

  private static final long MOST_NUMBERS = 25_000_000;
  private static final int COLOURS = 3;

  /// Of all without a split to test on.
  private static final double TEST_SHARE = 0.2;

  /// Which are used where not all are: always the same.
  private static final long SEED = 0;

  /// Names of splits to test on, the better first.
  private static final List<String> TESTS = List.of("test", "val", "dev", "eval", "holdout");

  /// Some pictures of one split.
  ///
  /// @param split its name; null if the data set has none
  public record Part(@Nullable String split, Pictures pictures) {}

  /// Reads one.
  ///
  /// @param source a data set as `batch` reads it
  /// @param side of the square that pictures are shrunk to, within [8, 64]; if the first is smaller
  ///   they have its size
  /// @throws IOException if it cannot be read
  /// @throws RefusedException if a network cannot be trained on it
  /// @throws CancellationException if the watch says so
  public static PictureSet read(Path source, int side, PictureReader reader, Pictures.Watch watch)
      throws IOException {
    try (DataSet data = open(source)) {
      PictureSet set = read(data, source, side, reader, watch);
      if (set.trainable() < 2 || set.used() < FEWEST) {
        throw new RefusedException(LabReason.TOO_FEW.of(set.used(), FEWEST));
      }
      return set;
    } catch (RefusedException e) {
      throw named(source, e);
    }
  }

  /// Said of the data set, unless it is already.
  private static RefusedException named(Path source, RefusedException e) {
    Objection said = e.objection();
    return said.text().startsWith(source.toString())
        ? e
        : new RefusedException(LabReason.IN_DATA.of(source, said));
  }

  /// Of several splits that to train on.
  private static DataSet open(Path source) throws DataSetException {
    try {
      return DataSet.open(source);
    } catch (DataSetException e) {
      Optional<String> train =
          e.choices().stream().filter(name -> isLike(name, "train")).findFirst();
      if (train.isEmpty()) {
        throw e;
      }
      return DataSet.open(source, ReadAs.USUAL.withSplit(train.get()));
    }
  }

  private static PictureSet read(
      DataSet data, Path source, int side, PictureReader reader, Pictures.Watch watch)
      throws IOException {
    Pictures.requireClasses(data);
    requireTwoClasses(data, source);
    Frame frame = frame(data, side, reader);
    int most = most(frame);
    String own = data.findings().split();
    Optional<String> other =
        own == null
            ? Optional.empty()
            : TESTS.stream()
                .flatMap(
                    wanted ->
                        data.findings().splits().stream()
                            .filter(name -> !name.equals(own) && isLike(name, wanted)))
                .findFirst();
    if (other.isEmpty()) {
      Pictures read = Pictures.read(data, chosen(data, most), frame, Fit.COVER, reader, watch);
      return new PictureSet(new Part(own, read), null, data.size());
    }
    try (DataSet test = DataSet.open(source, ReadAs.USUAL.withSplit(other.get()))) {
      if (!test.classes().equals(data.classes())) {
        throw new RefusedException(LabReason.OTHER_CLASSES.of(other.get(), own));
      }
      int[] tested = chosen(test, (int) Math.round(TEST_SHARE * most));
      int[] trained = chosen(data, most - tested.length);
      int whole = trained.length + tested.length;
      Pictures one =
          Pictures.read(
              data, trained, frame, Fit.COVER, reader, (done, of) -> watch.read(done, whole));
      Pictures two =
          Pictures.read(
              test,
              tested,
              frame,
              Fit.COVER,
              reader,
              (done, of) -> watch.read(trained.length + done, whole));
      int channels = Math.max(one.examples().shape().channels(), two.examples().shape().channels());
      return new PictureSet(
          new Part(own, one.with(channels)),
          new Part(other.get(), two.with(channels)),
          data.size() + test.size());
    }
  }

  private static boolean isLike(String split, String wanted) {
    return split.toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  private static void requireTwoClasses(DataSet data, Path source) {
    int[] counts = data.counts();
    int[] there = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
    if (there.length < 2) {
      throw new RefusedException(
          LabReason.ONE_CLASS.of(source, there.length == 0 ? "" : data.classes().get(there[0])));
    }
    if (data.classes().size() > MOST_CLASSES) {
      throw new RefusedException(
          LabReason.TOO_MANY_CLASSES.of(source, data.classes().size(), MOST_CLASSES));
    }
  }

  private static Frame frame(DataSet data, int side, PictureReader reader) throws IOException {
    Frame first = data.read(0, reader, null, Fit.COVER, Wanted.AS_STORED).pixels().frame();
    return Math.max(first.height(), first.width()) <= side ? first : new Frame(side, side);
  }

  private static int most(Frame frame) {
    return (int) Math.min(MOST_PICTURES, MOST_NUMBERS / (COLOURS * frame.pixels()));
  }

  /// As many as may be, every class with its share, in the order of the data set.
  private static int[] chosen(DataSet data, int most) {
    if (data.size() <= most) {
      return IntStream.range(0, data.size()).toArray();
    }
    int[] classes = IntStream.range(0, data.size()).map(data::classOf).toArray();
    int[] some = Arrays.copyOf(Examples.spread(classes, SEED), most);
    Arrays.sort(some);
    return some;
  }

  private Stream<Part> parts() {
    return Stream.of(Optional.of(trained), Optional.ofNullable(tested)).flatMap(Optional::stream);
  }

  /// Of each picture.
  public Shape shape() {
    return trained.pictures.examples().shape();
  }

  /// The names of the classes.
  public List<String> classes() {
    return trained.pictures.classes();
  }

  /// How many pictures are used.
  public int used() {
    return parts().mapToInt(part -> part.pictures.examples().size()).sum();
  }

  /// How many of them are tested on.
  public int tests() {
    return tested == null
        ? (int) Math.max(1, Math.round(TEST_SHARE * used()))
        : tested.pictures.examples().size();
  }

  /// How many there are to train on.
  public int trainable() {
    return used() - tests();
  }

  /// Why some could not be read.
  public List<Objection> unreadable() {
    return parts().flatMap(part -> part.pictures.unreadable().stream()).toList();
  }

  /// What is known of all pixels and labels: other pictures have another.
  public String checksum() {
    CRC32 sum = new CRC32();
    parts().forEach(part -> part.pictures.addTo(sum));
    return "%08x".formatted(sum.getValue());
  }

  /// What is trained on and what is tested on.
  ///
  /// @param size to train on, each class with its share
  /// @param labelNoise share of their labels that are redrawn, within [0, 1]
  /// @param seed that draws which
  public Examples.Split split(int size, double labelNoise, long seed) {
    Examples examples = trained.pictures.examples();
    if (tested == null) {
      Examples.Split split = examples.split(examples.size() - tests(), seed);
      return new Examples.Split(
          split.train().some(size, seed).withNoise(labelNoise, seed), split.test());
    }
    return new Examples.Split(
        examples.some(size, seed).withNoise(labelNoise, seed), tested.pictures.examples());
  }
}

package org.mixoscope.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Examples.Split;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.Pictures;
import org.mixoscope.lab.data.PlanePoints;
import org.mixoscope.recipe.Recipe;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is trained on, and what is held back to test on.
final class TrainDataOptions {
  private static final int POINTS = 300;
  private static final int LARGEST = 64;
  private static final int USUAL = 32;

  @Parameters(
      index = "0",
      arity = "1",
      paramLabel = "SRC",
      description =
          "moons, spirals, circles or blobs: points of the plane; digits: 1,797 handwritten ones"
              + " that are shipped, 28x28; else a data set as batch reads it, with a class or soft"
              + " label for each picture.")
  String source = "";

  @Mixin final DataSetOptions reading = new DataSetOptions();

  @Mixin final SizeLimit limit = new SizeLimit();

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      converter = Side.class,
      description =
          "What pictures of a data set are shrunk to, at most 64x64. The default is the size of"
              + " the recipe, else of the first picture where that is no more than 32x32, else"
              + " 32x32.")
  @Nullable Frame size;

  @Option(
      names = "--noise",
      paramLabel = "σ",
      converter = Decimal.class,
      description =
          "Of points: how far they are scattered, within [0, 2]. The default is 0.15 for moons and"
              + " circles, 0.05 for spirals, 0.3 for blobs.")
  @Nullable Double noise;

  @Option(
      names = "--plane-classes",
      paramLabel = "K",
      converter = Classes.class,
      description = "Of spirals and blobs: how many classes, 2 to 6. The default is 3.")
  @Nullable Integer classes;

  @Option(
      names = "--test-share",
      paramLabel = "SHARE",
      converter = Share.class,
      description =
          "The share of each class that is held back to test on, of pictures. The default is 0.2;"
              + " of points 2,000 others are drawn.")
  double testShare = 0.2;

  @Option(
      names = "--train-size",
      paramLabel = "N",
      converter = Count.class,
      description =
          "How many samples to train on, each class with its share. The default is all that are"
              + " left, and 300 points.")
  @Nullable Integer trainSize;

  @Option(
      names = "--label-noise",
      paramLabel = "SHARE",
      converter = Values.Unit.class,
      description =
          "The share of training labels that are redrawn at random, each class as likely. Labels of"
              + " the test stay right. The default is 0.")
  double labelNoise;

  /// The samples of every seed.
  ///
  /// @param source as it was named
  /// @param ofSeed those to train on, labels redrawn, and those to test on
  /// @param classes their names; numbers where they have none
  /// @param fit how pictures of another size were brought to theirs
  /// @param remarks what was left out or is other than it was asked for, a line each
  record Data(
      String source,
      LongFunction<Split> ofSeed,
      List<String> classes,
      Fit fit,
      List<String> remarks) {
    /// Of samples that have their own size, whatever a recipe says.
    static Data ofOwnSize(
        String source, LongFunction<Split> ofSeed, List<String> classes, @Nullable Recipe recipe) {
      boolean isSized = recipe != null && recipe.frame() != null;
      String left = "the size of the recipe is left out: %s have their own".formatted(source);
      return new Data(source, ofSeed, classes, Fit.STRETCH, isSized ? List.of(left) : List.of());
    }
  }

  /// @param recipe whose size and fit are those of pictures, if it has some; null for none
  Data read(@Nullable Recipe recipe) throws IOException {
    Optional<PlanePoints.Kind> kind = PlanePoints.Kind.of(source);
    if (kind.isPresent()) {
      requireNone("--size", size);
      return points(kind.get(), recipe);
    }
    requireNone("--noise", noise);
    requireNone("--plane-classes", classes);
    if (source.equals("digits")) {
      requireNone("--size", size);
      Examples digits = Digits.read();
      return Data.ofOwnSize(source, seed -> split(digits, seed), Digits.classes(), recipe);
    }
    return pictures(recipe);
  }

  private void requireNone(String option, @Nullable Object value) {
    if (value != null) {
      throw Refusal.usage("%s: not of %s".formatted(option, source));
    }
  }

  private Data points(PlanePoints.Kind kind, @Nullable Recipe recipe) {
    PlanePoints usual = kind.usual();
    PlanePoints points =
        new PlanePoints(
            kind,
            Objects.requireNonNullElse(noise, usual.noise()),
            Objects.requireNonNullElse(classes, usual.classes()));
    int count = Objects.requireNonNullElse(trainSize, POINTS);
    return Data.ofOwnSize(
        source, seed -> points.split(count, labelNoise, seed), numbers(points.classes()), recipe);
  }

  private static List<String> numbers(int classes) {
    return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
  }

  private Split split(Examples all, long seed) {
    return all.split(testShare, trainSize, labelNoise, seed);
  }

  private Data pictures(@Nullable Recipe recipe) throws IOException {
    Frame asked = size != null || recipe == null ? size : recipe.frame();
    Fit fit = recipe == null ? Fit.COVER : recipe.fit();
    List<String> remarks = new ArrayList<>();
    try (DataSet data = DataSet.open(path(), reading.readAs())) {
      Frame frame = frame(asked, data, remarks);
      Pictures pictures = Pictures.read(data, frame, fit, limit.reader());
      int count = pictures.unreadable().size();
      if (count > 0) {
        remarks.add(
            "%d of %d pictures could not be read and %s left out: %s"
                .formatted(
                    count,
                    data.size(),
                    count == 1 ? "is" : "are",
                    pictures.unreadable().getFirst().text()));
      }
      return new Data(
          source, seed -> split(pictures.examples(), seed), pictures.classes(), fit, remarks);
    }
  }

  private Path path() {
    if (source.isBlank()) {
      throw Refusal.usage("SRC is empty: needs the name of a file or folder");
    }
    try {
      return Path.of(source);
    } catch (InvalidPathException e) {
      throw Refusal.failed(source + ": not a file name");
    }
  }

  private Frame frame(@Nullable Frame asked, DataSet data, List<String> remarks)
      throws IOException {
    if (asked != null && longest(asked) <= LARGEST) {
      return asked;
    }
    Frame frame = usual(data);
    if (asked != null) {
      remarks.add(
          "the size of the recipe, %s, is more than %dx%d: pictures are shrunk to %s"
              .formatted(text(asked), LARGEST, LARGEST, text(frame)));
    }
    return frame;
  }

  private static String text(Frame frame) {
    return "%dx%d".formatted(frame.width(), frame.height());
  }

  private Frame usual(DataSet data) throws IOException {
    Frame first = data.read(0, limit.reader(), null, Fit.COVER, Wanted.AS_STORED).pixels().frame();
    return longest(first) <= USUAL ? first : new Frame(USUAL, USUAL);
  }

  private static int longest(Frame frame) {
    return Math.max(frame.height(), frame.width());
  }

  static final class Side implements ITypeConverter<Frame> {
    @Override
    public Frame convert(String text) {
      Frame frame = new Values.Size().convert(text);
      Values.require(longest(frame) <= LARGEST, "must be at most 64x64");
      return frame;
    }
  }

  static final class Decimal implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return Values.number(text);
    }
  }

  static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double share = Values.number(text);
      Values.require(share > 0 && share < 1, "must be above 0 and below 1");
      return share;
    }
  }

  static final class Classes extends Values.Range {
    Classes() {
      super(2, 6);
    }
  }

  static final class Count extends Values.Range {
    Count() {
      super(1, 1_000_000);
    }
  }
}

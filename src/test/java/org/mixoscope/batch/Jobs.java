package org.mixoscope.batch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mixoscope.batch.JobSource.Contents;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Objects.Keeping;

/// Jobs for tests.
final class Jobs {
  /// Every field at a value of its own, every optional one present.
  static final JobDocument FULL =
      new JobDocument(
          new JobSource(
              Path.of("photos"),
              new ReadAs(
                  Path.of("/data/classes.txt"),
                  ClassOrder.NATURAL,
                  "train",
                  "breed",
                  "|",
                  TargetKind.LABELS,
                  Path.of("/data/pictures"),
                  true),
              new Contents("image-folder", 12, "0af", List.of("ant", "猫"))),
          new JobSettings(
              Edition.PRESENT,
              new SampleSettings(
                  Policy.of(
                          List.of(
                              new Choice(MethodType.of("k-cutmix").initial(), 0.25, 3),
                              new Choice(Profile.of("kornia").convention("cutmix"), 0.75, 2)))
                      .withProbability(0.9),
                  Partners.OTHER_CLASS,
                  Blending.LINEAR_LIGHT,
                  "sample:mask",
                  new Frame(20, 24),
                  Fit.CONTAIN,
                  Decoding.FAST,
                  Channels.ONE,
                  new Labelling(Labelling.By.OBJECTS, new Keeping(0.25, Hidden.IGNORE)),
                  0.1,
                  5,
                  true,
                  7),
              new OutputSettings(OutputFormat.WEBDATASET, new Encoding.Jpeg(80), true),
              true,
              99));

  private Jobs() {}

  /// Any job that there can be.
  static Arbitrary<JobDocument> any() {
    return Combinators.combine(sources().injectNull(0.3), settings()).as(JobDocument::new);
  }

  private static Arbitrary<JobSource> sources() {
    Arbitrary<Contents> contents =
        Combinators.combine(
                texts(), Arbitraries.integers().greaterOrEqual(1), texts(), texts().list())
            .as(Contents::new);
    return Combinators.combine(
            Arbitraries.of("photos", "/data/猫 \"1\"", "a b.csv").map(Path::of),
            readings(),
            contents.injectNull(0.3))
        .as(JobSource::new);
  }

  private static Arbitrary<ReadAs> readings() {
    return Combinators.combine(
            Arbitraries.of("/data/classes.txt", "/c").map(Path::of).injectNull(0.5),
            Arbitraries.of(ClassOrder.class),
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            texts().injectNull(0.5),
            Arbitraries.of(TargetKind.class).injectNull(0.5),
            Arbitraries.of("/data/pictures", "/p").map(Path::of).injectNull(0.5),
            Arbitraries.of(true, false))
        .as(ReadAs::new);
  }

  private static Arbitrary<JobSettings> settings() {
    return Combinators.combine(
            Arbitraries.of(Edition.class),
            samples(),
            outputs(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 100))
        .as(JobSettings::new);
  }

  private static Arbitrary<Partners> partners() {
    return Arbitraries.oneOf(
        Arbitraries.of(Partners.Who.class)
            .map(who -> new Partners(who, who == Partners.Who.NEAR_LABEL ? (Double) 2.5 : null)),
        backgrounds().map(Partners::from));
  }

  private static Arbitrary<BackgroundSource> backgrounds() {
    Arbitrary<BackgroundSource.Contents> contents =
        Combinators.combine(Arbitraries.integers().greaterOrEqual(1), texts())
            .as(BackgroundSource.Contents::new);
    return Combinators.combine(
            Arbitraries.of("/data/textures", "a b.png").map(Path::of), contents.injectNull(0.5))
        .as(BackgroundSource::new);
  }

  private static Arbitrary<SampleSettings> samples() {
    return Combinators.combine(
            policies(),
            partners(),
            Arbitraries.of(Blending.class),
            texts().injectNull(0.5),
            frames().injectNull(0.5),
            Combinators.combine(Arbitraries.of(Fit.class), Arbitraries.of(Decoding.class))
                .as(Map::entry))
        .flatAs(
            (policy, partners, blending, mask, frame, brought) ->
                Combinators.combine(
                        Arbitraries.of(Channels.class),
                        labellings(),
                        doubles(0, Math.nextDown(1.0)),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                    .as(
                        (channels, labelling, smoothing, copies, originals, seed) ->
                            new SampleSettings(
                                policy,
                                partners,
                                blending,
                                mask,
                                frame,
                                brought.getKey(),
                                brought.getValue(),
                                channels,
                                labelling,
                                smoothing,
                                copies,
                                originals,
                                seed)));
  }

  private static Arbitrary<Labelling> labellings() {
    return Combinators.combine(
            Arbitraries.of(Labelling.By.class), doubles(0, 1), Arbitraries.of(Hidden.class))
        .as((by, share, hidden) -> new Labelling(by, new Keeping(share, hidden)));
  }

  private static Arbitrary<Policy> policies() {
    return Combinators.combine(choices().list().ofMinSize(1).ofMaxSize(3), doubles(0, 1))
        .as((choices, probability) -> Policy.of(choices).withProbability(probability));
  }

  private static Arbitrary<Choice> choices() {
    return Combinators.combine(
            Arbitraries.randomValue(Jobs::drawing),
            doubles(0.001, 1000),
            Arbitraries.integers().between(2, MethodType.MOST_SOURCES))
        .as(
            (drawing, weight, sources) ->
                new Choice(
                    drawing, weight, Math.min(sources, drawing.method().type().maxSources())));
  }

  private static Drawing drawing(Random random) {
    return random.nextBoolean() ? Drawing.of(method(random)) : convention(random);
  }

  private static Convention convention(Random random) {
    List<Convention> all =
        Profile.all().stream().flatMap(profile -> profile.conventions().stream()).toList();
    Convention one = all.get(random.nextInt(all.size()));
    return one.law().hasAlpha() ? one.withAlpha(random.nextDouble(0.01, 9)) : one;
  }

  private static Method method(Random random) {
    MethodType type = MethodType.all().get(random.nextInt(MethodType.all().size()));
    Settings settings = Settings.INITIAL;
    for (Parameter<?> parameter : type.parameters()) {
      settings = with(parameter, settings, random);
    }
    try {
      return type.make(settings);
    } catch (IllegalArgumentException _) {
      return type.initial(); // a least that is above the most
    }
  }

  private static Settings with(Parameter<?> parameter, Settings settings, Random random) {
    return switch (parameter) {
      case Parameter.Real real ->
          settings.with(real, random.nextDouble(real.slider().low(), real.slider().high()));
      case Parameter.Whole whole ->
          settings.with(whole, random.nextInt(whole.low(), whole.high() + 1));
      case Parameter.Flag flag -> settings.with(flag, random.nextBoolean());
      case Parameter.Choice<?> choice -> with(choice, settings, random);
    };
  }

  private static <E extends Enum<E> & Named> Settings with(
      Parameter.Choice<E> choice, Settings settings, Random random) {
    return settings.with(choice, choice.values().get(random.nextInt(choice.values().size())));
  }

  private static Arbitrary<OutputSettings> outputs() {
    Arbitrary<Encoding> files =
        Arbitraries.oneOf(
            Arbitraries.just(new Encoding.Png()),
            Arbitraries.integers().between(1, 100).map(Encoding.Jpeg::new));
    return Arbitraries.of(OutputFormat.class)
        .flatMap(
            format ->
                format.isArray()
                    ? Arbitraries.of(Encoding.Numbers.class)
                        .map(numbers -> new OutputSettings(format, numbers, false))
                    : Combinators.combine(files, Arbitraries.of(true, false))
                        .as((file, recipes) -> new OutputSettings(format, file, recipes)));
  }

  private static Arbitrary<Double> doubles(double low, double high) {
    return Arbitraries.oneOf(
        Arbitraries.of(low, high), Arbitraries.randomValue(random -> random.nextDouble(low, high)));
  }

  private static Arbitrary<Frame> frames() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(1, 10_000);
    return Combinators.combine(sides, sides).as(Frame::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMinLength(1).ofMaxLength(20),
            Arbitraries.of("猫", "C:\\cats\\b.png", "🐈 \"b\""))
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  /// The lines of a table, in twos.
  static Stream<List<String>> pairs(String table) {
    List<String> lines = table.lines().map(String::strip).toList();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 2)
        .map(i -> List.of(lines.get(i), lines.get(i + 1)));
  }
}

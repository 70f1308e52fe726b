package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.batch.BatchLine;
import org.mixoscope.app.batch.BatchOptions;
import org.mixoscope.app.batch.Making;
import org.mixoscope.app.batch.OtherMaking;
import org.mixoscope.app.batch.PolicyChoice;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The command line that the Batch screen copies writes what the screen writes.
@BesideWindows
class BatchLineTest {
  private static final Frame SMALL = new Frame(12, 10);

  @TempDir Path folder;
  private Path source = Path.of("");
  private String mask = "";
  private int runs;

  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("my photos");
    for (int i = 0; i < 6; i++) {
      Path file = source.resolve(List.of("ant", "bee").get(i % 2) + "/" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(14 + i, 19 - i, i).write(file);
    }
    mask = Photo.grey(9, 9, (x, y) -> 3 * x * y).write(folder.resolve("mask.png"));
  }

  @Test
  void everyPolicy() throws Exception {
    Recipe recipe = Recipe.of(MethodType.of("mixup").initial(), 5, pair());
    for (PolicyChoice choice : PolicyChoice.all()) {
      assertSameBytes(usual(choice, null), recipe);
      assertSameBytes(usual(choice, 0.2), recipe);
    }
  }

  @Test
  void everyMethodOfExplore() throws Exception {
    for (MethodType type : MethodType.all()) {
      if (type.uses(Trait.MARKS)) {
        continue; // Nothing says what is where in these pictures.
      }
      List<Source> sources = new ArrayList<>(pair());
      sources.addAll(pair());
      sources.add(pair().getFirst());
      Recipe recipe =
          Recipe.of(type.initial(), -3, sources)
              .withMask(mask)
              .with(type.uses(Trait.BLENDS) ? Blending.LINEAR_LIGHT : Blending.SRGB)
              .withSmoothing(0.1);
      assertSameBytes(usual(new PolicyChoice.Explore(), null), recipe);
    }
  }

  @Test
  void everyOption() throws Exception {
    Recipe recipe = Recipe.of(MethodType.of("cutmix").initial(), 5, pair());
    Making making =
        new Making(
            new PolicyChoice.Explore(),
            0.5,
            Partners.OTHER_CLASS,
            null,
            Fit.CONTAIN,
            Decoding.FAST,
            Channels.ONE,
            new Labelling(Labelling.By.PIXELS, new Keeping(0.25, Hidden.IGNORE)),
            0.3,
            2,
            true);
    List<OutputFormat> ofClasses =
        Stream.of(OutputFormat.values())
            .filter(format -> !format.isOfObjects() && format != OutputFormat.MASKS)
            .toList();
    for (OutputFormat format : ofClasses) {
      Encoding encoding = format.isArray() ? Encoding.Numbers.FLOAT32 : new Encoding.Jpeg(70);
      boolean files = !format.isArray();
      assertSameBytes(
          new BatchOptions(
              source,
              ReadAs.USUAL,
              null,
              new Making(
                  making.policy(),
                  making.probability(),
                  making.partners(),
                  files ? null : SMALL,
                  making.fit(),
                  making.decoding(),
                  making.channels(),
                  making.labelling(),
                  making.smoothing(),
                  making.copies(),
                  making.keepOriginals()),
              OtherMaking.USUAL,
              new OutputSettings(format, encoding, files),
              true,
              50,
              3),
          recipe);
    }
  }

  /// With options and, where a policy has none, with a job.
  @Test
  void aBackground() throws Exception {
    Recipe recipe = Recipe.of(MethodType.of("mixup").initial(), 5, pair());
    Path textures = Files.createDirectories(folder.resolve("my textures"));
    Photo.noise(20, 30, 7).write(textures.resolve("sand.png"));
    Photo.noise(30, 20, 8).write(textures.resolve("wood.png"));
    List<Choice> two =
        List.of(
            new Choice(MethodType.of("mixup").initial(), 1),
            new Choice(MethodType.of("cutmix").initial(), 1));
    for (Path background : List.of(textures, textures.resolve("wood.png"))) {
      for (PolicyChoice choice :
          List.of(new PolicyChoice.Explore(), new PolicyChoice.Given(Policy.of(two)))) {
        Partners partners = Partners.from(new BackgroundSource(background, null));
        assertSameBytes(mixed(choice, partners, 0.1), recipe);
      }
    }
  }

  /// What no options say, a job does.
  @Test
  void policiesOfAJob() throws Exception {
    Recipe recipe = Recipe.of(MethodType.of("mixup").initial(), 5, pair());
    Convention half = Profile.of("kornia").convention("cutmix").withAlpha(0.5);
    List<Choice> three =
        List.of(
            new Choice(MethodType.of("mixup").initial(), 1),
            new Choice(MethodType.of("k-cutmix").initial(), 1, 3),
            new Choice(half, 3, 2));
    for (List<Choice> choices : List.of(three, three.subList(1, 2), three.subList(2, 3))) {
      assertSameBytes(usual(new PolicyChoice.Given(Policy.of(choices)), 0.2), recipe);
    }
  }

  private List<Source> pair() {
    return List.of(new Source("sample:cat", "cat"), new Source("sample:coffee", "coffee"));
  }

  private BatchOptions usual(PolicyChoice choice, Double smoothing) {
    return mixed(choice, Partners.ROLL, smoothing);
  }

  private BatchOptions mixed(PolicyChoice choice, Partners partners, Double smoothing) {
    return BatchOptions.USUAL
        .from(source)
        .with(
            new Making(
                choice,
                1,
                partners,
                SMALL,
                Fit.COVER,
                Decoding.EXACT,
                Channels.KEEP,
                Labelling.USUAL,
                smoothing,
                1,
                false));
  }

  private void assertSameBytes(BatchOptions options, Recipe recipe) throws Exception {
    runs++;
    Path direct = folder.resolve("direct" + runs);
    try (DataSet data = DataSet.open(source)) {
      new BatchJob(source, ReadAs.USUAL, data, options.settings(recipe), ProgramVersion.read())
          .run(direct, 1, false, (made, progress) -> {});
    }
    BatchOptions typed = options.to(folder.resolve("typed" + runs));
    List<String> words = BatchLine.words(typed, recipe).list();
    Run.of(words.subList(1, words.size()).toArray(String[]::new)).good();
    assertSameFiles(direct, folder.resolve("typed" + runs), words.toString());
    assertTrue(BatchLine.of(typed, recipe).contains("\"" + source + "\""), "it can be pasted");
  }

  private static void assertSameFiles(Path expected, Path actual, String about) throws IOException {
    try (var files = Files.walk(expected)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path other = actual.resolve(expected.relativize(file).toString());
        assertTrue(Files.exists(other), about + ": " + other);
        assertEquals(-1, Files.mismatch(file, other), about + ": " + file);
      }
    }
  }
}

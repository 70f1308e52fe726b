package org.mixoscope.app.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.recipe.JsonText;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.mixoscope.text.SentenceMix;

class BatchOptionsJsonTest {
  private static final Recipe RECIPE =
      Recipe.of(new CutMix(0.3), 5, new Source("sample:cat", "cat"), new Source("a.png", "a"));

  private static final BatchOptions FULL =
      new BatchOptions(
          Path.of("/data/猫"),
          ReadAs.USUAL,
          Path.of("/data/out"),
          new Making(
              PolicyChoice.of("training:DeiT"),
              0.7,
              Partners.OTHER_CLASS,
              new Frame(20, 30),
              Fit.CONTAIN,
              Decoding.FAST,
              Channels.THREE,
              new Labelling(Labelling.By.OBJECTS, new Keeping(0.25, Hidden.IGNORE)),
              0.25,
              3,
              true),
          OtherMaking.USUAL,
          new OutputSettings(OutputFormat.WEBDATASET, new Encoding.Jpeg(80), true),
          true,
          100,
          5);

  /// As 0.1.0 wrote [#FULL].
  private static final String OLD =
      """
      {
        "source" : "/data/猫",
        "target" : "/data/out",
        "policy" : "training:DeiT",
        "probability" : 0.7,
        "pairing" : "OTHER_CLASS",
        "width" : 30,
        "height" : 20,
        "fit" : "CONTAIN",
        "smoothing" : 0.25,
        "copies" : 3,
        "originals" : true,
        "format" : "WEBDATASET",
        "image" : "jpg:80",
        "recipes" : true,
        "strict" : true,
        "threads" : 5
      }
      """;

  static Stream<BatchOptions> options() {
    Policy three =
        Policy.of(
            Stream.of("mixup", "fmix", "k-mixup")
                .map(id -> new Choice(MethodType.of(id).initial(), 2))
                .toList());
    return Stream.concat(
        Stream.of(
            FULL,
            BatchOptions.USUAL,
            FULL.upTo(7),
            FULL.with(
                new OtherMaking(
                    new ClipMaking(CourseType.FADE, ClipFormat.FRAMES, 8, 12.5),
                    new TextMaking(new SentenceMix(0.4, 6), 4, TextOutput.Format.PARQUET),
                    true,
                    "said")),
            FULL.with(
                FULL.making()
                    .with(Partners.from(new BackgroundSource(Path.of("/data/木.png"), null)))),
            FULL.to(null).with(FULL.making().withSmoothing(null).with((Frame) null, Fit.COVER)),
            FULL.with(FULL.making().with(new PolicyChoice.Given(three)).withSmoothing(0.1))),
        PolicyChoice.all().stream().map(policy -> FULL.with(FULL.making().with(policy))));
  }

  @ParameterizedTest
  @MethodSource("options")
  void everythingComesBack(BatchOptions options) {
    ObjectNode tree = BatchOptionsJson.tree(options, RECIPE);

    assertEquals(options, BatchOptionsJson.read(JsonText.parse(tree.toPrettyString())));
  }

  @Test
  void whatVersion010LeftIsUnderstood() {
    BatchOptions old = FULL.with(FULL.making().with(Labelling.USUAL).with(Decoding.EXACT));

    assertEquals(old, BatchOptionsJson.read(JsonText.parse(OLD)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "policy":"training:DeiT"|"policy":"training:none" | policy = training:none: not known
          "threads":5             | "threads":"5"           | threads = "5": must be a whole number
          "copies":3              | "copies":0              | settings: copies = 0: must be at least 1
          """)
  void whatMakesNoSenseIsRefused(String good, String bad, String message) {
    String text = BatchOptionsJson.tree(FULL, RECIPE).toString().replace(good, bad);

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> BatchOptionsJson.read(JsonText.parse(text)));

    assertEquals(message, e.getMessage());
  }
}

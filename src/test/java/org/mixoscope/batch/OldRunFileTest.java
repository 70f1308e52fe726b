package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.batch.JobSource.Contents;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.JsonText;

/// The form that 0.1.0 gave to `run.json`.
class OldRunFileTest {
  private static final String OLD =
      """
      {
        "status" : "running",
        "versions" : { "mixoscope" : "0.1.0", "java" : "25.0.3" },
        "source" : {
          "path" : "photos",
          "kind" : "image-folder",
          "pictures" : 12,
          "sha256" : "92ab62822a016115",
          "classes" : [ "ant", "bee", "cow" ]
        },
        "settings" : {
          "policy" : [ {
            "method" : "mixup",
            "alpha" : 0.8,
            "sources" : 2,
            "weight" : 0.25,
            "drawn" : "ByItself[method=Mixup[alpha=0.8]]"
          }, {
            "method" : "cutmix",
            "alpha" : 1.0,
            "box-rule" : "legacy",
            "correct-lambda" : true,
            "sources" : 2,
            "weight" : 0.75,
            "drawn" : "ByItself[method=CutMix[alpha=1.0, rule=LEGACY, correctLambda=true]]"
          } ],
          "probability" : 0.7,
          "pairing" : "other-class",
          "blending" : "linear_light",
          "mask" : null,
          "size" : "24x20",
          "fit" : "cover",
          "smoothing" : 0.1,
          "copies" : 3,
          "keep_originals" : false,
          "seed" : -42,
          "format" : "imagefolder",
          "image" : "jpg:95",
          "recipes" : false
        }
      }
      """;

  @Test
  void everyFieldIsUnderstood() throws BatchException {
    Policy policy =
        Policy.of(
                List.of(
                    new Choice(new Mixup(0.8), 0.25),
                    new Choice(new CutMix(1, BoxRule.LEGACY, true), 0.75)))
            .withProbability(0.7);
    SampleSettings samples =
        new SampleSettings(
            policy,
            Partners.OTHER_CLASS,
            Blending.LINEAR_LIGHT,
            null,
            new Frame(20, 24),
            Fit.COVER,
            Channels.THREE,
            Labelling.USUAL,
            0.1,
            3,
            false,
            -42);
    OutputSettings output =
        new OutputSettings(OutputFormat.IMAGEFOLDER, new Encoding.Jpeg(95), false);
    JobSource source =
        new JobSource(
            Path.of("photos"),
            ReadAs.USUAL,
            new Contents("image-folder", 12, "92ab62822a016115", List.of("ant", "bee", "cow")));

    assertEquals(
        new JobDocument(source, new JobSettings(Edition.FIRST, samples, output, false)),
        JobDocument.parse(OLD));
  }

  @Test
  void whatWasNullIsNotThere() throws BatchException {
    SampleSettings samples =
        JobDocument.parse(OLD.replace("\"24x20\"", "null").replace("linear_light", "srgb"))
            .settings()
            .samples();

    assertNull(samples.frame());
    assertEquals(Blending.SRGB, samples.blending());
  }

  /// What 0.1.0 wrote for `--profile kornia` and so on.
  static Stream<Arguments> conventions() {
    return Stream.of(
        Arguments.of(
            "Convention[id=cutmix, method=CutMix[alpha=1.0, rule=LEGACY, correctLambda=true],"
                + " law=BETA, labelRule=PIXELS, granularity=BATCH, sharedPlace=false, sides=null]",
            "legacy",
            true,
            Profile.of("timm-1.0.28").convention("cutmix")),
        Arguments.of(
            "Convention[id=cutmix, method=CutMix[alpha=1.0, rule=KORNIA, correctLambda=false],"
                + " law=BETA, labelRule=UNCLIPPED_BOX, granularity=ELEMENT, sharedPlace=true,"
                + " sides=null]",
            "kornia",
            false,
            Profile.of("kornia").convention("cutmix")),
        Arguments.of(
            "Convention[id=cutmix, method=CutMix[alpha=1.0, rule=KERAS_3, correctLambda=false],"
                + " law=BETA_OF_RANDOM_ALPHA, labelRule=DRAWN_LAMBDA, granularity=ELEMENT,"
                + " sharedPlace=false, sides=null]",
            "keras-3",
            false,
            Profile.of("keras-3").convention("cutmix")),
        Arguments.of(
            "Convention[id=minmax, method=CutMix[alpha=1.0, rule=LEGACY, correctLambda=true],"
                + " law=BOX_SIDES, labelRule=PIXELS, granularity=BATCH, sharedPlace=false,"
                + " sides=MinMax[min=0.2, max=0.7]]",
            "legacy",
            true,
            Profile.of("timm-1.0.28")
                .convention("cutmix-minmax")
                .withSides(new CutMixMinMax(0.2, 0.7))),
        Arguments.of(
            "Convention[id=minmax, method=CutMix[alpha=1.0, rule=TIMM_1_0_29, correctLambda=true],"
                + " law=BOX_SIDES, labelRule=PIXELS, granularity=BATCH, sharedPlace=false,"
                + " sides=MinMax[min=0.2, max=0.8]]",
            "timm-1.0.29",
            true,
            Profile.of("timm-1.0.29").convention("cutmix-minmax")));
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void aConventionIsUnderstoodFromItsText(
      String drawn, String rule, boolean corrected, Drawing convention) throws BatchException {
    String old =
        OLD.replaceFirst("ByItself\\[method=CutMix.*]", drawn)
            .replace("\"legacy\"", "\"" + rule + "\"")
            .replace("\"correct-lambda\" : true", "\"correct-lambda\" : " + corrected);

    Choice choice = JobDocument.parse(old).settings().samples().policy().choices().getLast();

    assertEquals(new Choice(convention, 0.75, 2), choice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "ByItself[method=Mixup[alpha=0.8]]" | "Magic[]"   | drawn = Magic[]: version 0.1.0 wrote no such thing
          "alpha" : 0.8,                      |             | settings.policy[0].method.alpha is missing: must be a number
          "mixup"                             | "mixdown"   | settings.policy[0].method.type = mixdown: must be one of
          linear_light                        | linear_dark | settings.blending = linear-dark: must be one of srgb, linear-light
          "24x20"                             | "24x0"      | settings.size: height = 0: must be at least 1
          "settings"                          | "setting"   | settings is missing: must be an object
          "copies" : 3                        | "copies" : 0| settings: copies = 0: must be at least 1
          """)
  void whatItCannotHaveWrittenIsRefused(String good, String bad, String message) {
    String text = OLD.replace(good, bad == null ? "" : bad);

    BatchException e = assertThrows(BatchException.class, () -> JobDocument.parse(text));

    assertEquals(DocumentReason.NOT_A_JOB, e.objection().reason());
    assertTrue(
        e.getMessage().startsWith("the text is not a job that can be run: " + message),
        e.getMessage());
  }

  @Test
  void onlyWhatHasNoVersionIsOld() {
    assertTrue(OldRunFile.isOne(JsonText.parse(OLD)));
    assertFalse(OldRunFile.isOne(JsonText.parse("{\"settings\":{}}")));
    assertFalse(OldRunFile.isOne(JobJson.tree(Jobs.FULL)));
  }
}

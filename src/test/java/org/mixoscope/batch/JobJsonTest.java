package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.JsonText;

class JobJsonTest {
  private static final String JSON = JobJson.tree(Jobs.FULL).toPrettyString();

  /// A field of [Jobs#FULL], what it is changed to, and what is said to that.
  private static final String WRONG_FIELDS =
      """
      "mixoscope-job" : 2 → "mixoscope-job" : "1"
          mixoscope-job = "1": must be a whole number
      "mixoscope-job" : 2 → "mixoscope-job" : 3
          version 3 is not known to this program, which reads version 2; update it
      "mixoscope-job" : 2, →
          mixoscope-job is missing: must be a whole number
      "mixoscope-job" : 2, → "mixoscope-job" : 2, "shards" : 3,
          shards: not a known field
      "path" : "photos" → "path" : 5
          source.path = 5: must be a text
      "path" : "photos" → "paths" : "photos"
          source.path is missing: must be a text
      "kind" : "image-folder", →
          source.kind is missing: must be a text
      "pictures" : 12 → "pictures" : 1.5
          source.pictures = 1.5: must be a whole number
      "sha256" : "0af", →
          source.sha256 is missing: must be a text
      "ant", → 3,
          source.classes: must hold texts only
      "sha256" : "0af" → "sha256" : "0af", "size" : 3
          source.size: not a known field
      "settings" → "setting"
          settings is missing: must be an object { … }
      "policy" → "policies"
          settings.policy is missing: must be a list [ … ]
      "k-cutmix" → "cowmix"
          settings.policy[0].method.type = cowmix: must be one of %METHODS%
      "alpha" : 1.0 → "alpha" : -1.0
          settings.policy[0].method: alpha = -1.0: must be above 0 and finite
      "alpha" : 1.0 → "alpha" : "1"
          settings.policy[0].method.alpha = "1": must be a number
      "alpha" : 1.0 → "alpha" : 1.0, "beta" : 1.0
          settings.policy[0].method.beta: not a known field
      "box-rule" : "kornia" → "box-rule" : "KORNIA"
          settings.policy[1].method: box-rule = KORNIA: must be legacy, timm-1.0.29, fastai, keras-cv, keras-3, kornia or unbiased
      "sources" : 3 → "sources" : 9
          settings.policy[0]: sources of k-cutmix = 9: must be within [2, 8]
      "sources" : 2 → "sources" : 3
          settings.policy[1]: sources of cutmix = 3: must be 2
      "weight" : 0.25 → "weight" : -1
          settings.policy[0]: weight of k-cutmix = -1.0: must be at least 0 and finite
      "weight" : 0.25 → "weight" : 0.25, "drawn" : "beta"
          settings.policy[0].drawn = "beta": must be an object { … }
      "weight" : 0.25 → "weight" : 0.25, "drawn" : { "law" : "uniform", "granularity" : "batch", "place" : "own" }
          settings.policy[0].drawn: law = uniform: no framework draws k-cutmix so
      "law" : "beta" → "law" : "BETA"
          settings.policy[1].drawn.law = BETA: must be one of beta, larger-of-beta, beta-of-random-alpha, uniform, box-sides
      "law" : "beta" → "law" : "box-sides"
          settings.policy[1].drawn: law = box-sides: no framework draws cutmix so
      "granularity" : "element" → "granularity" : "picture"
          settings.policy[1].drawn.granularity = picture: must be one of batch, element, pair, half
      "place" : "shared" → "place" : true
          settings.policy[1].drawn.place = true: must be a text
      "place" : "shared" → "place" : "here"
          settings.policy[1].drawn.place = here: must be one of own, shared, never-last
      "place" : "shared" → "place" : "own", "profile" : "kornia"
          settings.policy[1].drawn.profile: not a known field
      "probability" : 0.9 → "probability" : 1.1
          settings: probability = 1.1: must be within [0, 1]
      "other-class" → "OTHER_CLASS"
          settings.pairing = OTHER_CLASS: must be one of roll, random, same-class, other-class, balanced, near-label, far-saliency
      "linear-light" → "linear_light"
          settings.blending = linear_light: must be one of srgb, linear-light
      "sample:mask" → 5
          settings.mask = 5: must be a text
      "width" : 24 → "width" : 0
          settings.size: width = 0: must be at least 1
      "width" : 24 → "width" : 10000000
          settings: frame = 10000000×20: larger than 100 megapixels
      "height" : 20 → "height" : 20, "depth" : 3
          settings.size.depth: not a known field
      "decode" : "fast" → "decode" : "quick"
          settings.decode = quick: must be one of exact, fast
      "contain" → "zoom"
          settings.fit = zoom: must be one of cover, contain, stretch
      "channels" : "1" → "channels" : 1
          settings.channels = 1: must be a text
      "channels" : "1" → "channels" : "2"
          settings.channels = 2: must be one of keep, 1, 3
      "depth" : 8 → "depth" : 16
          settings: depth = 16: must be 8
      "label" : "objects" → "label" : "object"
          settings.label = object: must be one of pixels, objects
      "min_visible" : 0.25 → "min_visible" : 1.5
          settings: min-visible = 1.5: must be within [0, 1]
      "hidden" : "ignore" → "hidden" : "IGNORE"
          settings.hidden = IGNORE: must be one of drop, ignore, keep
      "smoothing" : 0.1 → "smoothing" : 1
          settings: smoothing = 1.0: must be within [0, 1)
      "copies" : 5 → "copies" : 0
          settings: copies = 0: must be at least 1
      "keep_originals" : true → "keep_originals" : 1
          settings.keep_originals = 1: must be true or false
      "seed" : 7 → "seed" : 9223372036854775808
          settings.seed = 9223372036854775808: must be a whole number
      "webdataset" → "tar"
          settings.format = tar: must be one of imagefolder, masks, webdataset, npy, npz, parquet, coco, yolo, yolo-polygons, voc
      "webdataset" → "npz"
          settings: image = jpg:80: must be uint8, uint16 or float32 for npz
      "jpg:80" → "gif"
          settings.image = gif: must be jpg:QUALITY, png, png16, tiff, npy, uint8, uint16 or float32
      "jpg:80" → "jpg:101"
          settings.image = jpg:101: the quality of a JPEG must be within [1, 100]
      "recipes" : true → "recipes" : null
          settings.recipes = null: must be true or false
      "strict" : true → "strict" : "yes"
          settings.strict = "yes": must be true or false
      "strict" : true → "strict" : true, "threads" : 4
          settings.threads: not a known field
      """;

  @Provide
  static Arbitrary<JobDocument> jobs() {
    return Jobs.any();
  }

  @Property(tries = 300)
  void everyJobComesBackFromItsText(@ForAll("jobs") JobDocument job) throws BatchException {
    ObjectNode tree = JobJson.tree(job);

    assertEquals(job, JobDocument.parse(job.text()));
    assertEquals(job, JobJson.read(JsonText.parse(tree.toPrettyString())));
    ObjectNode settings = tree.withObjectProperty("settings");
    settings.remove(List.of("mask", "background"));
    assertIds(settings);
  }

  /// Renaming a constant of Java must not change a file.
  private static void assertIds(JsonNode node) {
    node.forEach(JobJsonTest::assertIds);
    if (node.isTextual()) {
      assertEquals(node.textValue().toLowerCase(Locale.ROOT).replace('_', '-'), node.textValue());
    }
  }

  static Stream<Arguments> wrongFields() {
    String methods = String.join(", ", MethodType.all().stream().map(MethodType::id).toList());
    return Jobs.pairs(WRONG_FIELDS.replace("%METHODS%", methods))
        .map(
            pair -> {
              String[] change = pair.getFirst().split("→", 2);
              return Arguments.of(change[0].strip(), change[1].strip(), pair.getLast());
            });
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void wrongFieldIsNamedByItsPath(String good, String bad, String message) {
    String text = JSON.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
    assertNotEquals(JSON, text);

    BatchException e = assertThrows(BatchException.class, () -> JobDocument.parse(text));

    assertEquals(DocumentReason.NOT_A_JOB, e.objection().reason());
    assertEquals("the text is not a job that can be run: " + message, e.getMessage());
  }

  @Test
  void whatIsAboutTheRunHasNoSay() throws BatchException {
    String run =
        JSON.replaceFirst(
            "\\{", "{\"status\":\"running\",\"versions\":[],\"pixels\":0,\"counts\":{},");

    assertEquals(Jobs.FULL, JobDocument.parse(run));
  }

  @Test
  void whatIsOfBatchesIsNotKept() throws BatchException {
    JobSettings settings = Jobs.FULL.settings();
    Policy ofBatches =
        settings.samples().policy().with(Granularity.PAIR, Pairing.FLIP).withoutMixingFrom(3);

    assertEquals(
        JobJson.tree(Jobs.FULL),
        JobJson.tree(new JobDocument(Jobs.FULL.source(), withPolicy(settings, ofBatches))));
  }

  @Test
  void aDrawingThatNobodyKnowsHasNoForm() {
    Drawing own =
        new Drawing() {
          @Override
          public Method method() {
            return new Mixup(1);
          }

          @Override
          public Draw draw(
              RandomGenerator random, RandomGenerator shared, Frame frame, int sources) {
            return new Draw(0.5, 0, 0);
          }

          @Override
          public String toString() {
            return "half";
          }
        };
    JobDocument job =
        new JobDocument(
            null, withPolicy(Jobs.FULL.settings(), Policy.of(List.of(new Choice(own, 1, 2)))));

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> JobJson.tree(job));

    assertEquals("drawing = half: no job can say that", e.getMessage());
  }

  private static JobSettings withPolicy(JobSettings settings, Policy policy) {
    SampleSettings samples = settings.samples();
    return new JobSettings(
        settings.edition(),
        new SampleSettings(
            policy,
            samples.partners(),
            samples.blending(),
            samples.mask(),
            samples.frame(),
            samples.fit(),
            samples.decoding(),
            samples.channels(),
            samples.labelling(),
            samples.smoothing(),
            samples.copies(),
            samples.keepOriginals(),
            samples.seed()),
        settings.output(),
        settings.strict(),
        settings.maxMegapixels());
  }
}

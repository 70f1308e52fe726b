package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.profile.Profile;

/// Mixing as other frameworks do.
@BesideWindows
class MixProfileTest {
  private static final Frame FRAME = new Frame(30, 40);

  @TempDir Path folder;
  private String a = "";
  private String b = "";

  @BeforeEach
  void writePictures() throws IOException {
    a = Photo.noise(40, 30, 1).write(folder.resolve("cat.png"));
    b = Photo.noise(40, 30, 2).write(folder.resolve("cup.png"));
  }

  static List<String> profiles() {
    return Profile.all().stream().map(Profile::id).toList();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void drawIsThatOfTheProfileAndTheRecipeRepeatsIt(String id) throws IOException {
    JsonNode mix = json("--profile", id, "--seed", "9");

    Draw draw = Profile.of(id).convention("cutmix").first(9, FRAME, 2);
    assertEquals(id, mix.get("profile").textValue());
    assertEquals("cutmix", mix.get("method").textValue());
    assertEquals(draw.lambda(), mix.get("lambda").doubleValue());
    assertEquals(draw.u(), mix.at("/recipe/draw/u").doubleValue());
    assertEquals(Profile.of(id).smoothing(), mix.at("/recipe/smoothing").doubleValue());
    Path again = folder.resolve("again.png");
    Run.of("mix", "--recipe", output().toString(), "-o", again.toString()).good();
    assertArrayEquals(Files.readAllBytes(output()), Files.readAllBytes(again));
  }

  @Test
  void boxRuleAndAlphaAreTheProfiles() throws IOException {
    assertEquals("keras-3", json("--profile", "keras-3").at("/recipe/method/box-rule").textValue());
    assertEquals(
        0.4,
        json("--profile", "fastai", "--method", "mixup").at("/recipe/method/alpha").doubleValue());
    assertEquals(
        3,
        json("--profile", "fastai", "--method", "mixup", "--alpha", "3")
            .at("/recipe/method/alpha")
            .doubleValue());
  }

  /// METHODS §5.3: 32², λ = .1, centre (0, 0): the label of keras-cv says .12109, pixels .78027.
  @Test
  void bothLabelsAreShownWhereTheyDiffer() throws IOException {
    String[] options = {
      "--profile", "kerascv", "--lambda", "0.1", "--at", "0,0", "--size", "32x32"
    };
    JsonNode mix = json(options);

    assertEquals(0.12109, mix.get("label").get(0).doubleValue(), 5e-6);
    assertEquals(0.12109, mix.get("label_weights").get(0).doubleValue(), 5e-6);
    assertEquals(0.78027, mix.get("pixel_label").get(0).doubleValue(), 5e-6);
    assertEquals(0.21973, mix.get("pixel_label").get(1).doubleValue(), 5e-6);
    assertEquals(0.78027, mix.get("effective_lambda").doubleValue(), 5e-6);
    String text = run(options).good().out();
    assertTrue(text.startsWith("profile kerascv" + System.lineSeparator().charAt(0)), text);
    assertTrue(text.contains("label   0.121094  cat"), text);
    assertTrue(text.contains("note    the label gives A 0.121094, the pixels give it 0.780273"));
  }

  @Test
  void labelsAreOneWhereTheyAgree() throws IOException {
    JsonNode mix = json("--profile", "torchvision-v2");

    assertEquals(mix.get("label"), mix.get("pixel_label"));
    assertFalse(run("--profile", "torchvision-v2").good().out().contains("note"));
  }

  @Test
  void smoothingOfTimmGoesIntoBothLabelsUnlessAnotherIsGiven() throws IOException {
    JsonNode mix = json("--profile", "timm-1.0.29", "--method", "mixup", "--lambda", "0.7");
    assertEquals(0.7 * 0.95 + 0.3 * 0.05, mix.get("label").get(0).doubleValue(), 1e-12);
    assertEquals(0.7 * 0.95 + 0.3 * 0.05, mix.get("pixel_label").get(0).doubleValue(), 1e-12);

    JsonNode hard =
        json("--profile", "timm-1.0.29", "--method", "mixup", "--lambda", "1", "--smoothing", "0");
    assertEquals("[1.0,0.0]", hard.get("label").toString());
  }

  @Test
  void minMaxDrawsTheSidesOfTheBox() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      JsonNode mix =
          json(
              "--profile",
              "timm-1.0.29",
              "--cutmix-minmax",
              "0.5,0.55",
              "--seed",
              Integer.toString(seed));
      JsonNode box = mix.get("box");

      assertTrue(
          Stream.of(20, 21).anyMatch(w -> w == box.get(2).intValue() - box.get(0).intValue()));
      assertEquals(15, box.get(3).intValue() - box.get(1).intValue());
      assertEquals(
          mix.get("effective_lambda").doubleValue(), mix.get("lambda").doubleValue(), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --profile timm | --profile = timm: must be torchvision-v2, timm-1.0.28, timm-1.0.29, clovaai-2019, fastai, keras-3, kerascv, kornia or unbiased
          --profile clovaai-2019 --method mixup | --method mixup: clovaai-2019 has only cutmix
          --profile fastai --box-rule legacy | --box-rule: not with --profile, which settles it
          --profile fastai --no-correct-lambda | --correct-lambda: not with --profile, which settles it
          --profile kornia --method mixup --alpha 2 | --alpha: λ of mixup is not drawn by any α in kornia
          --profile kornia --alpha 0 | --alpha = 0: must be above 0 and finite
          --profile kornia --mask sample:mask | --mask: not with --profile, no framework mixes by one
          --cutmix-minmax 0.2,0.8 | --cutmix-minmax: needs a --profile of timm
          --profile fastai --cutmix-minmax 0.2,0.8 | --cutmix-minmax: needs a --profile of timm
          --profile timm-1.0.29 --method mixup --cutmix-minmax 0.2,0.8 | --cutmix-minmax: only for --method cutmix
          --profile timm-1.0.29 --cutmix-minmax 0.2,0.8 --lambda 0.5 | --cutmix-minmax: draws the box, leave out --lambda, --weights, --at and --box
          --profile timm-1.0.29 --cutmix-minmax 0.2,0.8 --at 0,0 | --cutmix-minmax: draws the box, leave out --lambda, --weights, --at and --box
          --profile timm-1.0.29 --cutmix-minmax 0.2,0.21 | --cutmix-minmax = 0.2,0.21: no side of a frame of 40×30 pixels lies between
          """)
  void whatDoesNotGoTogetherIsRefused(String options, String line) {
    run(options.split(" ")).bad(2, "mixoscope mix: " + line + " (see mixoscope mix --help)");
  }

  @Test
  void snapshotKnowsProfilesToo() {
    Path figure = folder.resolve("figure.png");

    Run.of("snapshot", a, b, "-o", figure.toString(), "--profile", "kerascv", "--box-rule=legacy")
        .bad(
            2,
            "mixoscope snapshot: --box-rule: not with --profile, which settles it (see mixoscope"
                + " snapshot --help)");
  }

  @Test
  void drawnBoxIsNotSaidToBePlacedByHand() {
    String text = run("--profile", "timm-1.0.29", "--cutmix-minmax", "0.2,0.8").good().out();

    assertTrue(text.contains("draw    λ follows from the box"), text);
  }

  @Test
  void profileIsNotForARecipe() throws IOException {
    json("--profile", "fastai");

    Run.of(
            "mix",
            "--recipe",
            output().toString(),
            "--profile",
            "fastai",
            "-o",
            folder.resolve("x.png").toString())
        .bad(
            2,
            "mixoscope mix: --profile: not with --recipe, which holds it already (see mixoscope mix"
                + " --help)");
  }

  @Test
  void tableNamesEveryConvention() {
    String text = Run.of("profiles").good().out();

    for (Profile profile : Profile.all()) {
      long rows = text.lines().filter(line -> line.startsWith(profile.id() + " ")).count();
      assertEquals(profile.conventions().size(), rows, profile.id());
      assertTrue(text.contains(System.lineSeparator().charAt(0) + profile.id() + ": "), text);
    }
    assertTrue(
        text.lines()
            .anyMatch(
                line ->
                    line.matches(
                        "timm-1\\.0\\.29 +cutmix +Beta\\(1\\) +batch +flip +timm-1\\.0\\.29"
                            + " +pixels +0\\.1 +half-even")),
        text);
    assertTrue(text.lines().anyMatch(line -> line.contains("Beta(U(0, 1))")), text);
    assertTrue(text.lines().anyMatch(line -> line.contains("sides 0.2 to 0.8")), text);
  }

  @Test
  void jsonHoldsEveryConvention() throws IOException {
    JsonNode profiles = Run.of("profiles", "--json").good().json().get("profiles");

    assertEquals(Profile.all().size(), profiles.size());
    JsonNode kerascv = profiles.get(6);
    assertEquals("kerascv", kerascv.get("id").textValue());
    assertEquals("permutation", kerascv.get("pairing").textValue());
    assertEquals("float", kerascv.get("rounding").textValue());
    assertEquals(
        "{\"method\":\"cutmix\",\"lambda\":\"beta\",\"alpha\":1.0,\"granularity\":\"element\","
            + "\"shared_place\":false,\"box_rule\":\"keras-cv\",\"label\":\"unclipped-box\"}",
        kerascv.get("methods").get(1).toString());
    assertEquals("[0.2,0.8]", profiles.get(1).at("/methods/2/sides").toString());
  }

  private JsonNode json(String... options) throws IOException {
    return run(Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new))
        .good()
        .json();
  }

  private Run run(String... options) {
    return Run.of(
        Stream.concat(Stream.of("mix", a, b, "-o", output().toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private Path output() {
    return folder.resolve("out.png");
  }
}

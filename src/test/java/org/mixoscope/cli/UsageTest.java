package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.method.MethodType;

/// Whatever is wrong with a command line is said in one line, before anything is written.
@BesideWindows
class UsageTest {
  @TempDir Path folder;
  private String a = "";
  private String b = "";
  private Path out = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    a = Photo.noise(40, 30, 1).write(folder.resolve("cat.png"));
    b = Photo.noise(40, 30, 2).write(folder.resolve("cup.png"));
    out = folder.resolve("out.png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --alpha=0          | --alpha = 0: must be above 0 and finite
          --alpha=-1         | --alpha = -1: must be above 0 and finite
          --alpha=1e999      | --alpha = 1e999: must be above 0 and finite
          --alpha=NaN        | --alpha = NaN: must be a number such as 0.25
          --alpha=Infinity   | --alpha = Infinity: must be a number such as 0.25
          --alpha=0x1p3      | --alpha = 0x1p3: must be a number such as 0.25
          --alpha=1d         | --alpha = 1d: must be a number such as 0.25
          --alpha=1,5        | --alpha = 1,5: must be a number such as 0.25
          --alpha=one        | --alpha = one: must be a number such as 0.25
          --lambda=1.5       | --lambda = 1.5: must be within [0, 1]
          --lambda=-1e-9     | --lambda = -1e-9: must be within [0, 1]
          --lambda=nan       | --lambda = nan: must be a number such as 0.25
          --at=1,0           | --at = 1,0: u and v must be within [0, 1)
          --at=0,-0.1        | --at = 0,-0.1: u and v must be within [0, 1)
          --at=0.5           | --at = 0.5: must be u,v such as 0.5,0.5
          --at=0.1,0.2,0.3   | --at = 0.1,0.2,0.3: must be u,v such as 0.5,0.5
          --at=a,b           | --at = a,b: must be a number such as 0.25
          --box=1,2,3        | --box = 1,2,3: must be x1,y1,x2,y2 in whole pixels
          --box=1,2,3,4.5    | --box = 1,2,3,4.5: must be x1,y1,x2,y2 in whole pixels
          --box=1,2,3,9999999999 | --box = 1,2,3,9999999999: must be x1,y1,x2,y2 in whole pixels
          --box=5,0,5,9      | --box = 5,0,5,9: needs x1 < x2 and y1 < y2
          --box=0,9,5,8      | --box = 0,9,5,8: needs x1 < x2 and y1 < y2
          --box=0,0,1000000,9 | --box: too far away from the frame of 40×30 pixels
          --method=mask      | --method mask: needs a --mask FILE
          --method=classmix  | --method classmix: needs an --annotation FILE that says what is where in B
          --box-rule=timm    | --box-rule = timm: must be legacy, timm-1.0.29, fastai, keras-cv, keras-3, kornia or unbiased
          --blending=linear  | --blending = linear: must be srgb or linear-light
          --fit=fill         | --fit = fill: must be cover, contain or stretch
          --seed=1.5         | --seed = 1.5: must be a whole number such as 42
          --seed=0x10        | --seed = 0x10: must be a whole number such as 42
          --seed=9223372036854775808 | --seed = 9223372036854775808: must be within [-2^63, 2^63)
          --classes=cat      | --classes: 1 name for 2 pictures
          --classes=a,b,c    | --classes: 3 names for 2 pictures
          --size=224         | --size = 224: must be WIDTHxHEIGHT such as 224x224, each at least 1
          --size=0x5         | --size = 0x5: must be WIDTHxHEIGHT such as 224x224, each at least 1
          --size=-1x5        | --size = -1x5: must be WIDTHxHEIGHT such as 224x224, each at least 1
          --size=99999999999x1 | --size = 99999999999x1: must be WIDTHxHEIGHT such as 224x224, each at least 1
          --size=10001x10000 | --size = 10001x10000: must be at most 100 megapixels
          --smoothing=1      | --smoothing = 1: must be within [0, 1)
          --smoothing=-0.1   | --smoothing = -0.1: must be within [0, 1)
          --max-megapixels=0 | --max-megapixels = 0: must be a whole number within [1, 700]
          --max-megapixels=701 | --max-megapixels = 701: must be a whole number within [1, 700]
          --max-megapixels=x | --max-megapixels = x: must be a whole number within [1, 700]
          --alpah=1          | unknown option --alpah=1; did you mean --alpha?
          --alhpa=1          | unknown option --alhpa=1; did you mean --alpha?
          --theme=dark       | unknown option --theme=dark
          third.png          | --method cutmix: mixes 2 pictures, not 3
          --mask             | Missing required parameter for option '--mask' (FILE)
          """)
  void badValueIsNamed(String option, String message) {
    assertMisuse(message, option);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --box=0,0,9,9 --lambda=0.5      | --box: stands for λ and position, leave out --lambda, --weights and --at
          --weights=1,2,3                 | --weights: 3 for 2 pictures
          --box=0,0,9,9 --at=0,0          | --box: stands for λ and position, leave out --lambda, --weights and --at
          --annotation=a --annotation=b --annotation=c | --annotation: 3 files for 2 pictures: name one for each, or one for all
          --alpha=1 --seed=2 --alpha=3    | --alpha: given more than once
          --json --json                   | --json: given more than once
          """)
  void whatMakesNoSenseTogetherIsRefused(String options, String message) {
    assertMisuse(message, options.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cowmix", "CutMix"})
  void methodsThatThereAreAreNamed(String name) {
    String all = Choice.or(MethodType.all().stream().map(MethodType::id).toList());

    assertMisuse("--method = %s: must be %s".formatted(name, all), "--method=" + name);
  }

  /// The last column is what a method must use, or a parameter that it must have.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --box=0,0,9,9 --method=mixup       | --box            | BOX
          --at=0,0 --method=mixup            | --at             | POSITION
          --box-rule=fastai --method=mixup   | --box-rule       | box-rule
          --correct-lambda --method=mixup    | --correct-lambda | correct-lambda
          --no-correct-lambda --mask=x       | --correct-lambda | correct-lambda
          --mask=x --method=cutmix           | --mask           | MASK
          --mask=x --method=mixup            | --mask           | MASK
          --mask=x --lambda=0.5              | --lambda         | LAMBDA
          --mask=x --alpha=1                 | --alpha          | alpha
          --mask=x --at=0,0                  | --at             | POSITION
          --mask=x --box=0,0,1,1             | --box            | BOX
          --mask=x --box-rule=legacy         | --box-rule       | box-rule
          """)
  void optionsOfOtherMethodsAreRefused(String options, String option, String use) {
    List<String> right =
        MethodType.all().stream()
            .filter(
                type ->
                    type.parameter(use) != null
                        || type.traits().stream().anyMatch(trait -> trait.name().equals(use)))
            .map(MethodType::id)
            .toList();

    assertMisuse(
        "%s: only for --method %s".formatted(option, Choice.or(right)), options.split(" "));
  }

  /// As a variable of the shell gives it that is not set.
  @ParameterizedTest
  @CsvSource({
    "inspect _, SRC",
    "stream _, SRC",
    "train _, SRC",
    "stream x --cache _, --cache",
    "batch x y --cache _, --cache",
    "batch x y --background _, --background",
    "batch x y --classes _, --classes",
    "inspect x --pictures _, --pictures",
    "mix x y --size _ -o z.png, --size",
    "mix x y --method _ -o z.png, --method"
  })
  void anEmptyWordIsSaidToBeEmpty(String words, String what) {
    String[] line =
        Arrays.stream(words.split(" ")).map(w -> w.equals("_") ? "" : w).toArray(String[]::new);
    Run run = Run.of(line);
    String said = "mixoscope %s: %s is empty: ".formatted(line[0], what);
    assertTrue(run.err().startsWith(said), run.err());
    assertEquals(2, run.code());
  }

  @Test
  void picturesAndOutputAreNeeded() {
    Run.of("mix", a, b).bad(2, misuse("Missing required option: '--output=OUT.png'"));
    Run.of("mix", "-o", "x.png").bad(2, misuse("A and B are missing: name two pictures"));
    Run.of("mix", a, "-o", "x.png").bad(2, misuse("B is missing: name two pictures"));
    Run.of("mix", "", b, "-o", "x.png").bad(2, misuse("the name of a picture is empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.avi", "out", "png", "out.png.txt", ""})
  void outputNeedsAnExtensionThatIsKnown(String name) {
    Run.of("mix", a, b, "-o", name)
        .bad(
            2,
            misuse(
                ("-o %s: must end in .png or .jpg or .jpeg or .tif or .tiff or .npy or .gif or .mp4"
                        + " or .webm or .nii.gz or .nii")
                    .formatted(name)));
  }

  @Test
  void outputIsCheckedBeforeAnyWork() throws IOException {
    Path missing = folder.resolve("missing");
    Path directory = Files.createDirectory(folder.resolve("folder.png"));

    Run.of("mix", "no-a.png", "no-b.png", "-o", missing + "/out.png")
        .bad(1, "mixoscope mix: -o %s/out.png: there is no folder %s".formatted(missing, missing));
    Run.of("mix", "no-a.png", "no-b.png", "-o", directory.toString())
        .bad(1, "mixoscope mix: -o %s: is a folder".formatted(directory));
  }

  @Test
  void inputsAreNotWrittenOver() throws IOException {
    byte[] before = Files.readAllBytes(Path.of(a));
    String recipe = folder.resolve("recipe.png").toString();
    Run.of("mix", a, b, "-o", recipe).good();
    String again = folder + "/./cat.png";

    for (String file : List.of(a, b, again)) {
      Run.of("mix", a, b, "-o", file).bad(2, misuse(isInput(file)));
    }
    Run.of("mix", a, "sample:cat", "-o", b, "--mask", b).bad(2, misuse(isInput(b)));
    Run.of("mix", "--recipe", recipe, "-o", a).bad(2, misuse(isInput(a)));
    Run.of("mix", "--recipe", recipe, "-o", recipe).bad(2, misuse(isInput(recipe)));
    assertEquals(Arrays.hashCode(before), Arrays.hashCode(Files.readAllBytes(Path.of(a))));
  }

  private static String isInput(String file) {
    return "-o %s: is an input of this mix, choose another name".formatted(file);
  }

  @Test
  void unreadablePicturesFailInOneLine() throws IOException {
    String text = Files.writeString(folder.resolve("text.png"), "no picture").toString();
    String empty = Files.createFile(folder.resolve("empty.png")).toString();

    for (String bad : List.of(text, empty, folder.toString(), "missing.png")) {
      for (List<String> pair : List.of(List.of(bad, b), List.of(a, bad))) {
        assertFails(pair.get(0), pair.get(1));
      }
      assertFails(a, b, "--mask", bad);
    }
  }

  @Test
  void picturesAboveTheLimitAreRefused() throws IOException {
    String large = Photo.of(1100, 1000, (_, _) -> 0).write(folder.resolve("large.png"));

    assertFails(large, b, "--max-megapixels", "1");
    Run.of("mix", large, b, "-o", out.toString(), "--max-megapixels", "2").good();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --theme=blue  | --theme = blue: must be light or dark
          --lang=de     | --lang = de: must be en or zh
          --scale=0     | --scale = 0: must be a whole number within [1, 4]
          --scale=1.5   | --scale = 1.5: must be a whole number within [1, 4]
          --width=799   | --width = 799: must be a whole number within [800, 4096]
          --width=4097  | --width = 4097: must be a whole number within [800, 4096]
          --height=599  | --height = 599: must be a whole number within [600, 4096]
          --height=4097 | --height = 4097: must be a whole number within [600, 4096]
          --scale=4 --width=4096 --height=2000 | --scale: a window of 4096×2000 pixels times 4 is above 100 megapixels
          --json        | unknown option --json
          --lambda=2    | --lambda = 2: must be within [0, 1]
          """)
  void snapshotRefusesBadValues(String options, String message) {
    List<String> all = new ArrayList<>(List.of("snapshot", a, b, "-o", out.toString()));
    all.addAll(List.of(options.split(" ")));
    Run.of(all.toArray(String[]::new))
        .bad(2, "mixoscope snapshot: %s (see mixoscope snapshot --help)".formatted(message));
  }

  @Test
  void snapshotIsAPng() {
    Run.of("snapshot", a, b, "-o", "figure.jpg")
        .bad(
            2,
            "mixoscope snapshot: -o figure.jpg: must end in .png (see mixoscope snapshot --help)");
  }

  @Test
  void unknownCommandIsRefused() {
    Run run = Run.of("mxi", a, b);

    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count());
    assertTrue(run.err().startsWith("mixoscope: not understood: mxi"), run.err());
    assertTrue(run.err().strip().endsWith("(see mixoscope --help)"), run.err());
  }

  @Test
  void exploreRefusesWhatItDoesNotKnow() {
    Run.of("explore", "--alpha=1")
        .bad(2, "mixoscope explore: unknown option --alpha=1 (see mixoscope explore --help)");
    Run.of("explore", "--recipe", "{}")
        .bad(1, "mixoscope explore: recipe: mixoscope is missing: must be a whole number");
  }

  /// A desktop hands over the file that was clicked on, with no option before it.
  @ParameterizedTest
  @ValueSource(strings = {"recipe.json", "recipe.mixoscope", "recipe.MIXOSCOPE"})
  void exploreTakesARecipeWhereItTakesAPicture(String name) throws IOException {
    Path file = Files.writeString(out.resolveSibling(name), "{}");

    Run.of("explore", file.toString())
        .bad(1, "mixoscope explore: recipe: mixoscope is missing: must be a whole number");
    Files.delete(file);
    assertTrue(Run.of("explore", file.toString()).err().contains("neither a recipe nor a file"));
  }

  @Test
  void stackTracesAreForVerboseOnly() {
    Run quiet = Run.of("mix", "missing.png", b, "-o", out.toString());
    Run verbose = Run.of("mix", "missing.png", b, "-o", out.toString(), "--verbose");

    assertEquals(1, quiet.err().lines().count());
    assertTrue(verbose.err().contains("\tat org.mixoscope."), verbose.err());
    assertTrue(verbose.err().startsWith(quiet.err()), verbose.err());
    assertEquals(quiet.code(), verbose.code());
  }

  private void assertMisuse(String message, String... options) {
    Run.of(arguments(options)).bad(2, misuse(message));
    assertFalse(Files.exists(out));
  }

  private static String misuse(String message) {
    return "mixoscope mix: %s (see mixoscope mix --help)".formatted(message);
  }

  private void assertFails(String first, String second, String... options) {
    List<String> all = new ArrayList<>(List.of("mix", first, second, "-o", out.toString()));
    all.addAll(List.of(options));
    Run run = Run.of(all.toArray(String[]::new));
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("mixoscope mix: "), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.code());
    assertFalse(Files.exists(out));
  }

  private String[] arguments(String... options) {
    List<String> all = new ArrayList<>(List.of("mix", a, b, "-o", out.toString()));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class ReplayCommandTest {
  private static final String RUN =
      "--seed 42 --batch 64 --size 224x224 --mixup-alpha 0.8 --cutmix-alpha 1";

  /// What timm 1.0.29 drew with these settings after `numpy.random.seed(42)`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | {"step":0,"sample":60,"partner":3,"method":"cutmix","lambda":0.879493236541748,"effective_lambda":0.9481624681122449,"box":[173,0,224,51]}
          1 | {"step":0,"sample":61,"partner":2,"method":"cutmix","lambda":0.08864236623048782,"effective_lambda":0.5457190688775511,"box":[0,0,174,131]}
          2 | {"step":0,"sample":62,"partner":1,"method":"mixup","lambda":0.8266058564186096,"effective_lambda":0.8266058564186096,"box":null}
          3 | {"step":0,"sample":63,"partner":0,"method":"cutmix","lambda":0.8483723402023315,"effective_lambda":0.8491509885204082,"box":[23,94,110,181]}
          4 | {"step":1,"sample":0,"partner":63,"method":"mixup","lambda":0.9676737189292908,"effective_lambda":0.9676737189292908,"box":null}
          5 | {"step":1,"sample":1,"partner":62,"method":"cutmix","lambda":0.3508920669555664,"effective_lambda":0.5458984375,"box":[69,77,224,224]}
          """)
  void lineSaysWhatTimmDrew(int index, String line) {
    List<String> lines = replay(RUN + " --profile timm-1.0.29 --mode elem --steps 2");

    assertEquals(2 * 64, lines.size());
    assertEquals(line, lines.get(60 + index));
  }

  @Test
  void defaultsAreThoseOfTimmsTrainingScript() {
    assertEquals(
        replay(
            RUN
                + " --profile timm-1.0.29 --prob 1 --switch-prob 0.5 --mode batch"
                + " --correct-lambda --steps 1 --start-step 0"),
        replay("--batch 64 --size 224x224 --mixup-alpha 0.8 --cutmix-alpha 1"));
  }

  @ParameterizedTest
  @CsvSource({"batch, 64", "elem, 64", "pair, 64", "half, 32"})
  void startStepLeavesOutWhatComesBefore(String mode, int samples) {
    String run = RUN + " --mode " + mode;
    List<String> all = replay(run + " --steps 5");

    assertEquals(5 * samples, all.size());
    assertEquals(all.subList(3 * samples, 5 * samples), replay(run + " --start-step 3 --steps 2"));
  }

  @Test
  void sampleThatIsLeftAloneHasMethodNone() {
    String line = "{\"step\":0,\"sample\":%d,\"partner\":%d,\"method\":\"none\",\"lambda\":1.0,%s}";
    String rest = "\"effective_lambda\":1.0,\"box\":null";

    assertEquals(
        List.of(line.formatted(0, 1, rest), line.formatted(1, 0, rest)),
        replay("--batch 2 --size 9x9 --cutmix-alpha 1 --prob 0"));
  }

  @Test
  void labelFollowsWhatWasDrawnWhereItIsNotCorrected() {
    String run = "--batch 2 --size 9x9 --cutmix-alpha 1 --steps 50";
    List<String> corrected = replay(run);
    List<String> lines = replay(run + " --no-correct-lambda");

    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      double lambda = Double.parseDouble(line.replaceAll(".*\"lambda\":([^,]+),.*", "$1"));
      String pixels = corrected.get(i).replace("}", "");
      assertTrue(line.startsWith(pixels), line);
      assertEquals(
          pixels.contains("\"effective_lambda\":" + lambda + ",")
              ? "}"
              : ",\"label_weights\":[%s,%s]}".formatted(lambda, 1 - lambda),
          line.substring(pixels.length()));
    }
  }

  /// Sides of 2 to 7 pixels of 10 fit, and λ is what they leave.
  @Test
  void minMaxBoxesReplaceLambda() {
    List<String> lines = replay("--batch 2 --size 10x10 --cutmix-minmax 0.2,0.8 --steps 50");

    for (String line : lines) {
      int[] box =
          Stream.of(line.replaceAll(".*\\[(.*)].*", "$1").split(","))
              .mapToInt(Integer::parseInt)
              .toArray();
      int width = box[2] - box[0];
      int height = box[3] - box[1];
      assertTrue(Math.min(width, height) >= 2 && Math.max(width, height) <= 7, line);
      double lambda = Double.parseDouble(line.replaceAll(".*\"lambda\":([^,]+),.*", "$1"));
      assertEquals(1 - width * height / 100.0, lambda, 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --profile=timm          | --profile = timm: must be torchvision-v2, timm-1.0.28 or timm-1.0.29
          --mode=element          | --mode = element: must be batch, elem, pair or half
          --seed=-1               | --seed = -1: must be within [0, 2^32)
          --seed=4294967296       | --seed = 4294967296: must be within [0, 2^32)
          --seed=x                | --seed = x: must be a whole number such as 42
          --mixup-alpha=-1        | --mixup-alpha = -1: must be at least 0 and finite
          --cutmix-alpha=1e999    | --cutmix-alpha = 1e999: must be at least 0 and finite
          --cutmix-minmax=0.2     | --cutmix-minmax = 0.2: must be MIN,MAX such as 0.2,0.8
          --cutmix-minmax=0.8,0.2 | --cutmix-minmax = 0.8,0.2: needs 0 ≤ MIN < MAX ≤ 1
          --prob=1.1              | --prob = 1.1: must be within [0, 1]
          --switch-prob=-1        | --switch-prob = -1: must be within [0, 1]
          --steps=0               | --steps = 0: must be a whole number within [1, 1000000]
          --start-step=-1         | --start-step = -1: must be a whole number within [0, 1000000000]
          --alpha=1               | --alpha: goes with --profile torchvision-v2
          --method=mixup          | --method: goes with --profile torchvision-v2
          --method=fmix           | --method = fmix: must be mixup or cutmix
          --alpha=0               | --alpha = 0: must be above 0 and finite as a float32
          --alpha=1e-50           | --alpha = 1e-50: must be above 0 and finite as a float32
          --alpha=1e39            | --alpha = 1e39: must be above 0 and finite as a float32
          --profile=torchvision-v2 | torchvision-v2: needs --method mixup or --method cutmix
          --prob=1                | nothing is mixed: needs --mixup-alpha or --cutmix-alpha above 0, or --cutmix-minmax
          """)
  void badValueIsNamed(String option, String message) {
    Run.of("replay", "--batch", "2", "--size", "9x9", option).bad(2, misuse(message));
  }

  /// The first line of each method of the reference of torchvision, and a batch of an odd size.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mixup  | {"step":0,"sample":0,"partner":4,"method":"mixup","lambda":1.3102197044645436E-5,"effective_lambda":1.3102197044645436E-5,"box":null}
          cutmix | {"step":0,"sample":0,"partner":4,"method":"cutmix","lambda":1.3102197044645436E-5,"effective_lambda":0.5546875,"box":[0,8,19,32]}
          """)
  void lineSaysWhatTorchvisionDrew(String method, String line) {
    String run = "--profile torchvision-v2 --batch 5 --size 32x32 --alpha 0.2 --method " + method;
    List<String> lines = replay(run + " --seed 0 --steps 2");

    assertEquals(2 * 5, lines.size());
    assertEquals(line, lines.getFirst());
    assertEquals(lines, replay(run + " --seed " + (1L << 32) + " --steps 2"));
    assertEquals(lines.subList(5, 10), replay(run + " --seed 0 --start-step 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mixup-alpha=1",
        "--cutmix-alpha=1",
        "--cutmix-minmax=0.2,0.8",
        "--prob=1",
        "--switch-prob=0.5",
        "--mode=batch",
        "--correct-lambda"
      })
  void settingsOfTimmAreRefusedByTorchvision(String option) {
    refused(
        "--batch 2 --size 9x9 --profile torchvision-v2 --method mixup " + option,
        option.replaceAll("=.*", "")
            + ": is a setting of timm; torchvision-v2 has --method and --alpha");
  }

  @Test
  void batchAndSizeAreNeededAndChecked() {
    String wanted = "--batch = %s: must be a whole number within [2, 65536]";
    refused("--size 9x9", "Missing required option: '--batch=N'");
    refused("--batch 2", "Missing required option: '--size=WIDTHxHEIGHT'");
    refused("--size 9x9 --batch 7", "--batch = 7: must be even");
    refused("--size 9x9 --batch 0", wanted.formatted(0));
    refused("--size 9x9 --batch 65538", wanted.formatted(65_538));
    Run.of("replay", "--batch", "2", "--size", "3x9", "--cutmix-minmax", "0.2,0.3")
        .bad(
            1,
            "mixoscope replay: cutmix-minmax = 0.2,0.3: no side of a frame of 3×9 pixels lies"
                + " between");
  }

  private static void refused(String options, String message) {
    Run.of(arguments(options)).bad(2, misuse(message));
  }

  private static String misuse(String message) {
    return "mixoscope replay: %s (see mixoscope replay --help)".formatted(message);
  }

  private static List<String> replay(String options) {
    return Run.of(arguments(options)).good().out().lines().toList();
  }

  private static String[] arguments(String options) {
    return ("replay " + options).split(" ");
  }
}

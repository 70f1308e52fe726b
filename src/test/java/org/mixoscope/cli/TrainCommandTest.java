package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.classifier.Choices;
import org.mixoscope.lab.classifier.Classifier;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

@BesideWindows
class TrainCommandTest {
  @TempDir Path folder;

  private static Run train(String line) {
    return Run.of(Run.line(line, "train"));
  }

  @Test
  void printsALineAnEpochAndATable() {
    String out =
        train("moons --epochs 3 --seeds 2 --alpha 0.2 --confusion --robustness noise:0,fgsm:0.5")
            .good()
            .out();

    assertTrue(
        out.startsWith(
            "moons: 300 samples of 2 classes to train on; 2000 others to test on, never mixed."),
        out);
    assertEquals(
        3,
        out.lines()
            .filter(
                line ->
                    line.matches(
                        "epoch \\d/3  none: loss [\\d.]+, train [\\d.]+ %, test [\\d.]+ %"
                            + "  mixup α=0\\.2: loss [\\d.]+, train [\\d.]+ %, test [\\d.]+ %"))
            .count(),
        out);
    assertTrue(out.lines().anyMatch(line -> line.matches("none +[\\d.]+ ± [\\d.]+ % .*")), out);
    assertTrue(out.lines().anyMatch(line -> line.matches("mixup α=0\\.2 .* ./2")), out);
    assertTrue(out.contains("mixup α=0.2 against none: "), out);
    assertTrue(out.contains("test accuracy with  noise σ=0.0"), out);
    List<String> none = out.lines().filter(line -> line.startsWith("none  ")).toList();
    assertEquals(
        none.get(0).split(" {2,}")[1], none.get(1).split(" {2,}")[1], "no noise takes nothing");
    assertTrue(out.lines().anyMatch(line -> line.matches("none: class, taken for  0 +1")), out);
  }

  @Test
  void jsonHasTheFieldsThatTheManualNames() throws IOException {
    JsonNode json =
        train("blobs --plane-classes 4 --epochs 2 --seeds 2 --label-noise 0.2 --confusion --json")
            .good()
            .json();

    assertEquals("blobs", json.get("data").asText());
    assertEquals("mlp:64,64", json.get("net").asText());
    assertEquals(2, json.get("epochs").asInt());
    assertEquals(2, json.get("seeds").asInt());
    assertEquals(0.2, json.get("label_noise").asDouble());
    assertEquals("[\"0\",\"1\",\"2\",\"3\"]", json.get("classes").toString());
    assertTrue(json.get("seconds").asDouble() > 0);
    assertEquals(List.of("none", "mixup α=1"), json.get("runs").findValuesAsText("policy"));
    for (JsonNode run : json.get("runs")) {
      for (String field : List.of("test_accuracy", "train_accuracy", "ece", "nll")) {
        assertTrue(run.get(field).get("mean").isNumber(), field);
        assertTrue(run.get(field).get("sd").isNumber(), field);
      }
      assertEquals(List.of("noise", "fgsm"), run.get("robustness").findValuesAsText("kind"));
      assertEquals(0.2, run.get("robustness").get(0).get("strength").asDouble());
      assertTrue(run.get("robustness").get(1).get("accuracy").get("sd").isNumber());
      double right = 0;
      double all = 0;
      for (int own = 0; own < 4; own++) {
        for (int said = 0; said < 4; said++) {
          int count = run.get("confusion").get(own).get(said).asInt();
          all += count;
          right += own == said ? count : 0;
        }
      }
      assertEquals(4000, all);
      assertEquals(run.get("test_accuracy").get("mean").asDouble(), right / all, 1e-12);
      assertTrue(run.get("wins").isInt());
      assertEquals(2, run.get("curve").size());
      assertEquals(2, run.get("curve").get(1).get("epoch").asInt());
      assertEquals(
          run.get("test_accuracy").get("mean").asDouble(),
          run.get("curve").get(1).get("test_accuracy").asDouble(),
          1e-12);
    }
  }

  @Test
  void threadsAndNeighboursChangeNoNumber() throws IOException {
    String line = "digits --train-size 120 --method cutmix --epochs 2 --seeds 2 --json";
    JsonNode one = withoutTime(train(line + " --threads 1").good());
    JsonNode more = withoutTime(train(line + " --threads 3").good());
    JsonNode beside = withoutTime(train(line + " --against none,mixup:0.4").good());

    assertEquals(one, more);
    assertEquals(one.get("runs").get(0), beside.get("runs").get(0));
    assertEquals(one.get("runs").get(1), beside.get("runs").get(2));
  }

  private static JsonNode withoutTime(Run run) throws IOException {
    return ((ObjectNode) run.json()).without("seconds");
  }

  @Test
  void dataSetIsTrainedAndLeavesAsCsvAndOnnx() throws IOException {
    writePictures();
    Path csv = folder.resolve("curves.csv");
    Path onnx = folder.resolve("model.onnx");

    Run run =
        Run.of(
            Run.line(
                "--profile timm-1.0.28 --net cnn --size 12x12 --epochs 2 --seeds 1 --test-share"
                    + " 0.5",
                "train",
                folder.resolve("photos"),
                "--csv",
                csv,
                "--onnx",
                onnx));

    assertTrue(run.good().out().contains("6 samples of 2 classes to train on"), run.out());
    assertTrue(run.out().contains("by one seed alone"), run.out());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(
        "policy,seed,epoch,loss,mixed_accuracy,train_accuracy,test_accuracy,nll,ece",
        lines.getFirst());
    assertEquals(1 + 2 * 2, lines.size());
    Classifier classifier = Classifier.open(onnx, Choices.NONE);
    assertEquals(List.of("cat", "cup"), classifier.classes());
    assertNull(classifier.understood().assumed());
  }

  /// What a recipe says of pictures is done or said, as its method is.
  @Test
  void recipeSettlesSizeFitAndSeedOfPictures() throws IOException {
    writePictures();
    Recipe recipe =
        Recipe.of(new Mixup(0.3), 9, new Source("a.png", "a"), new Source("b.png", "b"))
            .with(new Frame(10, 14), Fit.STRETCH);
    String line = "--net linear --epochs 1 --seeds 1 --json";

    JsonNode json = by(recipe, line).good().json();

    assertEquals(9, json.get("seed").asInt());
    assertEquals("mixup α=0.3", json.get("runs").get(1).get("policy").asText());
    JsonNode runs = json.get("runs");
    JsonNode square = by(recipe, line + " --size 10x10").good().json();
    Recipe covering = recipe.with(recipe.frame(), Fit.COVER);
    assertEquals(runs, by(recipe, line + " --size 14x10 --seed 9").good().json().get("runs"));
    assertNotEquals(runs, square.get("runs"));
    assertNotEquals(runs, by(covering, line).good().json().get("runs"));

    Recipe large = recipe.with(new Frame(10, 140), Fit.STRETCH);
    assertEquals(
        "mixoscope train: the size of the recipe, 140x10, is more than 64x64: pictures are shrunk"
            + " to 20x16",
        by(large, line).err().strip());
    assertEquals(
        "mixoscope train: the size of the recipe is left out: digits have their own",
        Run.of(
                Run.line(
                    "--train-size 20 --epochs 1 --seeds 1",
                    "train",
                    "digits",
                    "--recipe",
                    RecipeText.json(recipe)))
            .err()
            .strip());
  }

  private Run by(Recipe recipe, String line) {
    return Run.of(
        Run.line(line, "train", folder.resolve("photos"), "--recipe", RecipeText.json(recipe)));
  }

  @Test
  void whatIsMixedByAMaskIsTrained() {
    String line = "digits --train-size 100 --epochs 1 --seeds 1 --robustness noise:0.1";
    String out = train(line + " --mask sample:mask").good().out();

    assertTrue(out.contains("mask against none: "), out);
    train(line + " --method mixup --mask sample:mask")
        .bad(2, "mixoscope train: --mask: only for --method mask (see mixoscope train --help)");
    train("moons --mask sample:mask")
        .bad(
            1, "mixoscope train: mask: points have no pixels to cut, they mix by mixup or k-mixup");
  }

  @Test
  void leavesAsCodeForPyTorchWithItsSamples() throws IOException {
    Path script = folder.resolve("again.py");

    Run run =
        Run.of(
            Run.line(
                "--against none,mixup:0.2 --method k-mixup --epochs 1 --seeds 2",
                "train",
                "moons",
                "--pytorch",
                script));

    assertEquals(
        "mixoscope train: --pytorch leaves out k-mixup α=1: the script has Mixup and CutMix, drawn"
            + " for each sample",
        run.err().strip());
    String code = Files.readString(script);
    assertTrue(code.startsWith("# moons: 300 samples of 2 classes to train on; 2000 others"), code);
    assertTrue(code.contains("SEEDS = [42, 43]"), code);
    assertTrue(code.contains("DATA = \"again.npz\""), code);
    assertTrue(Files.size(folder.resolve("again.npz")) > 2 * 2300 * 8, "all points of two seeds");
  }

  @Test
  void unreadablePictureIsSaid() throws IOException {
    writePictures();
    Files.writeString(folder.resolve("photos/cat/broken.png"), "no picture");

    Run run =
        Run.of(
            Run.line(
                "--net linear --size 8x8 --epochs 1 --seeds 1", "train", folder.resolve("photos")));

    assertEquals(0, run.code());
    assertTrue(
        run.err().startsWith("mixoscope train: 1 of 13 pictures could not be read and is left out"),
        run.err());
  }

  private void writePictures() throws IOException {
    for (String name : List.of("cat", "cup")) {
      Files.createDirectories(folder.resolve("photos").resolve(name));
      for (int i = 0; i < 6; i++) {
        Photo.noise(20, 16, i).write(folder.resolve("photos/%s/%d.png".formatted(name, i)));
      }
    }
  }

  @Test
  void searchChoosesBySamplesHeldBackAndSaysWhereThereIsNoDifference() throws IOException {
    String line = "moons --search alpha=0.1,1 --epochs 2 --seeds 2";
    String out = train(line).good().out();

    assertTrue(out.contains("Accuracy on samples held back from training:"), out);
    assertTrue(out.contains("The best is α = "), out);
    JsonNode json = train(line + " --folds 3 --json").good().json();
    JsonNode search = json.get("search");
    assertEquals(2, search.get("alphas").size());
    assertEquals(
        "mixup α=" + search.get("best").asText().replace(".0", ""),
        json.get("runs").get(1).get("policy").asText());
    assertTrue(search.get("gain").get("differs").isBoolean());
    // Two epochs leave nothing to choose from.
    assertEquals(2, search.get("alike").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "digits --net 700-10 | net = 700-10: of these data 784 numbers go in and 10 classes come"
            + " out",
        "digits --net cnnn | net = cnnn: must be linear, mlp:64,64, 784-128-10 or cnn, and"
            + " +dropout:0.5 and +batch-norm as wanted",
        "moons --method cutmix | cutmix: points have no pixels to cut, they mix by mixup or"
            + " k-mixup",
        "digits --train-size 5000 | 1438 samples are too few: 5000 are needed",
        "blobs --noise 3 | noise = 3.0: must be within [0, 2.0]",
        "digits --method classmix | classmix: needs a mask or what is where in the pictures, of"
            + " which the lab knows nothing"
      })
  void whatCannotBeTrainedIsOneLine(String line, String message) {
    train(line.strip()).bad(1, "mixoscope train: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "moons --epochs 0|--epochs = 0: must be a whole number within [1, 10000]",
        "digits --noise 0.2|--noise: not of digits",
        "moons --folds 3|--folds and --validation: go with --search alpha=0.1,0.2,0.4,1",
        "moons --against mixup:x|--against mixup:x: must be a number such as 0.25",
        "moons --against mixdown|--against mixdown: there is no such run",
        "moons --robustness occlusion:0.2|--robustness occlusion: points have no pixels to hide",
        "digits --robustness noise:x|--robustness = noise:x: must be a number such as 0.25",
        "digits --robustness fog:1|--robustness = fog:1: must be such as"
            + " noise:0.3,occlusion:0.25,fgsm:0.05",
        "digits --robustness occlusion:2|--robustness = occlusion:2: occlusion must be within [0,"
            + " 1.0]",
        "moons --momentum 0.5|--momentum: only for --optimiser sgd",
        "moons --blending linear-light|--blending: a network is trained on pixels as they are"
            + " stored: srgb",
        "moons --pytorch again.txt|--pytorch again.txt: must end in .py",
        "moons --csv curves.txt|--csv curves.txt: must end in .csv",
        "moons --search beta=1|--search = beta=1: must be alpha= and numbers, such as alpha=0.2,1"
      })
  void wrongUsageIsOneLine(String line, String message) {
    train(line).bad(2, "mixoscope train: " + message + " (see mixoscope train --help)");
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.cli.Inspected.classes;
import static org.mixoscope.cli.Inspected.leftOut;
import static org.mixoscope.cli.Inspected.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.DicomBuilder;

/// What is understood of data sets as people have them.
@BesideWindows
class InspectCommandTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path folder;

  private Path picture(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    String ending = name.replaceFirst(".*\\.", "").toLowerCase(java.util.Locale.ROOT);
    if (ending.equals("png")) {
      Photo.noise(4, 3, name.hashCode()).write(file);
    } else {
      Path png = folder.resolve("one.png");
      Photo.noise(4, 3, name.hashCode()).write(png);
      Files.move(png, file);
    }
    return file;
  }

  private void pictures(String... names) throws IOException {
    for (String name : names) {
      picture(name);
    }
  }

  private Path text(String name, String contents) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, contents);
  }

  private JsonNode inspect(String source, String... options) throws IOException {
    return Inspected.of(folder.resolve(source), options);
  }

  private void refused(String source, String message, String... options) {
    Inspected.refused(folder.resolve(source), message, options);
  }

  private static String misuse(String what) {
    return "mixoscope inspect: " + what + " (see mixoscope inspect --help)";
  }

  @Test
  void aFolderOfClassesIsDescribed() throws IOException {
    pictures("data/cat/1.png", "data/cat/2.png", "data/dog/1.png");

    JsonNode found = inspect("data");

    assertEquals("image-folder", found.get("kind").textValue());
    assertEquals(3, found.get("pictures").intValue());
    assertEquals(List.of("cat 2", "dog 1"), classes(found));
    assertEquals("name", found.get("class_order").textValue());
    assertEquals("class", found.get("target").textValue());
    assertEquals("[{\"channels\":3,\"pictures\":3}]", found.get("channels").toString());
    assertEquals("[{\"bits\":8,\"pictures\":3}]", found.get("bits").toString());
    assertEquals("{\"width\":4,\"height\":3}", found.at("/sizes/smallest").toString());
    assertEquals("[]", found.get("left_out").toString());
    Run words = Run.of("inspect", folder.resolve("data").toString()).good();
    assertEquals(
        """
        image-folder, 3 pictures
        4×3; colour; 8 bits
        2 classes by name, character by character: cat 2, dog 1; one class a picture
        of all labels: cat 66.7 %, dog 33.3 %
        """,
        words.out());
  }

  @Test
  void numbersOfMoreThanEightBitsAreNamed() throws IOException {
    Files.createDirectories(folder.resolve("ct/a"));
    Files.write(folder.resolve("ct/a/1.dcm"), DicomBuilder.slice(4, 3, new short[12]));
    Run words = Run.of("inspect", folder.resolve("ct").toString()).good();
    assertTrue(
        words
            .out()
            .contains(
                "4×3; grey; 16 bits without a sign (uint16, 0 to 65535); HU = 1 · number - 1024"),
        words.out());
    JsonNode found = inspect("ct");
    assertEquals("[{\"bits\":16,\"pictures\":1}]", found.get("bits").toString());
    assertEquals("HU", found.at("/scale/unit").textValue());
  }

  /// Roll gives every picture as many places as any other, balanced every class.
  @Test
  void theShareOfAllLabelsIsSaidBeforeAndAfterMixing() throws IOException {
    for (int i = 0; i < 9; i++) {
      picture("data/cat/" + i + ".png");
    }
    pictures("data/dog/1.png");

    assertEquals(0.9, inspect("data").at("/classes/0/before").doubleValue(), 1e-12);
    assertTrue(inspect("data").at("/classes/0/after").isMissingNode());
    assertEquals(
        0.1, inspect("data", "--pairing", "roll").at("/classes/1/after").doubleValue(), 1e-12);
    double even = inspect("data", "--pairing", "balanced").at("/classes/1/after").doubleValue();
    assertTrue(even > 0.15 && even < 0.5, () -> "balanced: " + even);
    Run words =
        Run.of("inspect", folder.resolve("data").toString(), "--pairing", "balanced").good();
    assertTrue(
        words
            .out()
            .contains(
                "of all labels, before → expected after: cat 90.0 %% → %.1f %%, dog 10.0 %% → %.1f %%"
                    .formatted(100 * (1 - even), 100 * even)),
        words.out());
  }

  @Test
  void labelsWithoutSharesHaveNoneAfterMixing() throws IOException {
    pictures("data/1.png", "data/2.png");
    text("data/t.csv", "path,label\n1.png,0.5\n2.png,1.5\n");

    String table = folder.resolve("data/t.csv").toString();
    Run.of("inspect", table, "--target", "number", "--pairing", "roll")
        .bad(
            2,
            misuse(
                "--pairing: the labels are of the kind number, in which classes have no shares"));
    Run.of("inspect", table, "--target", "number", "--pairing", "near-label")
        .bad(2, misuse("--pairing: near-label mixes numbers, which are no classes"));
    assertTrue(inspect("data/t.csv", "--target", "number").at("/classes/0/before").isMissingNode());
  }

  @Test
  void softLabelsCountByTheirWeights() throws IOException {
    pictures("data/1.png", "data/2.png");
    text(
        "data/t.jsonl",
        "{\"path\":\"1.png\",\"label\":{\"cat\":0.75,\"dog\":0.25}}\n"
            + "{\"path\":\"2.png\",\"label\":{\"dog\":1.0}}\n");

    JsonNode found = inspect("data/t.jsonl");

    assertEquals("soft", found.get("target").textValue());
    assertEquals(0.375, found.at("/classes/0/before").doubleValue(), 1e-12);
    assertEquals(0.625, found.at("/classes/1/before").doubleValue(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata.jsonl", "metadata.csv"})
  void theTableOfAFolderIsItsLabels(String name) throws IOException {
    pictures("hf/train/0.png", "hf/train/1.png");
    text(
        "hf/train/" + name,
        name.endsWith("csv")
            ? "file_name,label\n0.png,cat\n1.png,dog\n"
            : "{\"file_name\":\"0.png\",\"label\":\"cat\"}\n"
                + "{\"file_name\":\"1.png\",\"label\":\"dog\"}\n");

    JsonNode found = inspect("hf");

    assertEquals(List.of("cat 1", "dog 1"), classes(found));
    assertEquals("train", found.get("split").textValue());
    assertEquals(List.of("train is the only split, and is taken"), texts(found.get("remarks")));
    assertEquals(classes(found), classes(inspect("hf/train")));
  }

  @ParameterizedTest
  @CsvSource({"train,val,test", "Train,Validation,Test", "train_set,test_set,dev"})
  void splitsAreNoClassesAndOneIsTaken(String a, String b, String c) throws IOException {
    for (String split : List.of(a, b, c)) {
      pictures("data/" + split + "/cat/1.png", "data/" + split + "/dog/1.png");
    }
    List<String> names = List.of(a, b, c).stream().sorted().toList();

    refused(
        "data",
        " has splits, not classes (%s): take one, such as --split %s"
            .formatted(String.join(", ", names), names.getFirst()));
    JsonNode found = inspect("data", "--split", b);
    assertEquals(List.of("cat 1", "dog 1"), classes(found));
    assertEquals(b, found.get("split").textValue());
    assertEquals(names, texts(found.get("splits")));
    refused("data", " has no split x: there are " + String.join(", ", names), "--split", "x");
  }

  @Test
  void aClassMayBeCalledTrain() throws IOException {
    pictures("data/train/1.png", "data/bus/1.png");
    assertEquals(List.of("bus 1", "train 1"), classes(inspect("data")));
  }

  @Test
  void aClassWithoutPicturesStaysOne() throws IOException {
    pictures("data/a/1.png", "data/c/1.png");
    Files.createDirectories(folder.resolve("data/b"));

    JsonNode found = inspect("data");

    assertEquals(List.of("a 1", "b 0", "c 1"), classes(found));
    assertEquals(List.of("1 class has no pictures: b"), texts(found.get("remarks")));
  }

  @Test
  void classesAreOrderedByNameOrByNumberOrAsAFileSays() throws IOException {
    for (int i = 0; i < 12; i++) {
      pictures("data/" + i + "/1.png");
    }
    List<String> numbers = IntStream.range(0, 12).mapToObj(i -> i + " 1").toList();

    assertEquals(numbers.stream().sorted().toList(), classes(inspect("data")));
    JsonNode natural = inspect("data", "--class-order", "natural");
    assertEquals(numbers, classes(natural));
    assertEquals("natural", natural.get("class_order").textValue());
    Path reversed = text("reversed.txt", "11\n10\n9\n8\n7\n6\n5\n4\n3\n2\n1\n0\n");
    JsonNode declared = inspect("data", "--classes", reversed.toString());
    assertEquals(numbers.reversed(), classes(declared));
    assertEquals("declared", declared.get("class_order").textValue());
    Files.copy(reversed, folder.resolve("data/classes.txt"));
    JsonNode listed = inspect("data");
    assertEquals(numbers.reversed(), classes(listed));
    assertEquals("[]", listed.get("left_out").toString(), "it is used");
    JsonNode other = inspect("data", "--classes", reversed.toString());
    assertEquals("classes.txt", other.at("/left_out/0/examples/0").textValue(), "another is");
    text("data/classes.txt", "0\n1\n");
    Run.of("inspect", folder.resolve("data").toString())
        .bad(
            1,
            "mixoscope inspect: %s is no class: %s does not name it; mend one of them"
                .formatted(folder.resolve("data/10"), folder.resolve("data/classes.txt")));
  }

  @Test
  void whatSystemsLeaveIsNoClass() throws IOException {
    pictures("data/cat/1.png", "data/@eaDir/1.png", "data/__MACOSX/1.png", "data/cat/.hidden.png");
    text("data/cat/Thumbs.db", "x");

    JsonNode found = inspect("data");

    assertEquals(List.of("cat 1"), classes(found));
    assertEquals(
        List.of(
            "1 of the system (@eaDir)",
            "1 of the system (__MACOSX)",
            "1 hidden",
            "1 of the system (Thumbs.db)"),
        leftOut(found));
  }

  @Test
  void whatCanBeReadIsReadWhateverItsNameSays() throws IOException {
    pictures("data/a/1.png", "data/b/noext", "data/b/2.jfif", "data/b/3.JPE", "data/b/4.txt");
    text("data/a/5.heic", "\0\0\0\u0018ftypheic....");
    text("data/a/6.heic", "\0\0\0\u0018ftypheic....");
    text("data/a/notes.txt", "what to do");
    text("data/a/empty", "");

    JsonNode found = inspect("data");

    assertEquals(List.of("a 1", "b 4"), classes(found));
    assertEquals(
        List.of(
            "2 .heic (pictures of a kind that is not read)",
            "1 without extension (empty files)",
            "1 .txt (no pictures)"),
        leftOut(found));
  }

  @Test
  void picturesBesideTheFoldersOfClassesAreCounted() throws IOException {
    pictures("data/a/1.png", "data/2.png", "data/3.png");
    assertEquals(List.of("2 beside the folders of classes"), leftOut(inspect("data")));
  }

  @Test
  void onePictureAloneIsSaid() throws IOException {
    pictures("data/a/1.png");
    assertEquals(
        List.of("there is one picture: nothing can be mixed"),
        texts(inspect("data").get("remarks")));
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ","})
  void columnsMayBeSeparatedByAnything(String separator) throws IOException {
    pictures("cat/0.png", "dog/0.png");
    text("t.csv", "file_name,label\ncat/0.png,cat\ndog/0.png,dog\n".replace(",", separator));

    JsonNode found = inspect("t.csv");

    assertEquals(List.of("cat 1", "dog 1"), classes(found));
    assertEquals(separator.equals(",") ? 0 : 1, found.get("remarks").size());
    assertEquals(0, found.get("unreadable").intValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cat\\0.png | 1 path has backslashes, taken for slashes",
        "cat/0 | 1 path has no extension: the picture of that name was taken",
        "0.png | 1 picture was found by name in other folders, such as cat/0.png",
        "elsewhere/0 | 1 picture was found by name in other folders, such as cat/0.png",
        "/kaggle/input/cat/0.png | 1 picture was found by name in other folders, such as cat/0.png",
        "cat/9.png | 1 picture is missing, such as cat/9.png",
        "cat/1.png | 1 picture is missing, such as cat/1.png"
      })
  void picturesOfTablesAreFound(String written, String remark) throws IOException {
    pictures("cat/0.png", "dog/1.png");
    text("t.csv", "id,breed\n%s,cat\ndog/1.png,dog\n".formatted(written));

    JsonNode found = inspect("t.csv");

    assertEquals(List.of("cat 1", "dog 1"), classes(found));
    assertEquals(List.of(remark), texts(found.get("remarks")));
    assertEquals(remark.contains("missing") ? 1 : 0, found.get("unreadable").intValue());
  }

  @Test
  void accentsMayBeComposedInAnotherWay() throws IOException {
    pictures(Normalizer.normalize("café/é.png", Normalizer.Form.NFD), "thé/1.png");
    text("t.csv", "file_name,label\ncafé/é.png,a\nthé/1.png,b\n");

    JsonNode found = inspect("t.csv");

    assertEquals(0, found.get("unreadable").intValue());
    assertEquals(List.of("a 1", "b 1"), classes(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,0,1] ; [0,0,0] ; [0,1,1] | labels | 1 1 2 |",
        "[0.7,0.7] ; [0.3,0.3] ; [0,1] | labels | 2 3 |"
            + " labels of 2 pictures do not sum to 1: taken as several labels, for which"
            + " cross-entropy is the wrong loss",
        "[0.7,0.3] ; [1,0] ; [0.5,0.5] | soft | 3 2 |",
        "[0,1] ; [1,0] ; [0,1] | class | 1 2 |",
        "[\"a\",\"b\"] ; [\"a\"] ; [\"c\"] | labels | 2 1 1 |",
        "\"a\" ; \"b\" ; \"b\" | class | 1 2 |",
        "0 ; 2 ; 2 | class | 1 0 2 | 1 class has no pictures: 1"
      })
  void labelsTellWhatTheyAre(String labels, String target, String counts, String remark)
      throws IOException {
    StringBuilder lines = new StringBuilder("[");
    int i = 0;
    for (String label : labels.split(";", -1)) {
      picture(i + ".png");
      lines
          .append(i == 0 ? "" : ",\n ")
          .append("{\"file_name\": \"%d.png\", \"label\": %s}".formatted(i++, label.strip()));
    }
    text("t.json", lines + "]");

    JsonNode found = inspect("t.json");

    assertEquals("json", found.get("kind").textValue());
    assertEquals(target, found.get("target").textValue());
    assertEquals(
        counts,
        String.join(
            " ",
            StreamSupport.stream(found.get("classes").spliterator(), false)
                .map(one -> one.get("pictures").toString())
                .toList()));
    assertEquals(remark == null ? List.of() : List.of(remark), texts(found.get("remarks")));
  }

  @Test
  void numbersWithAPointAreNoClasses() throws IOException {
    pictures("0.png", "1.png", "2.png");
    text("t.csv", "file_name;age\n0.png;23,5\n1.png;40\n2.png;31\n");

    refused(
        "t.csv",
        ": labels are numbers such as 23,5: --target number mixes them, --target class takes each"
            + " for the name of a class");
    JsonNode numbers = inspect("t.csv", "--target", "number");
    assertEquals("number", numbers.get("target").textValue());
    assertEquals(List.of("age 3"), classes(numbers));
    assertEquals(3, inspect("t.csv", "--target", "class").get("classes").size());
    Path out = folder.resolve("out");
    Run.of(
            Run.line(
                "--target number --method mixup --image png",
                "batch",
                folder.resolve("t.csv"),
                out))
        .good();
    for (String line : Files.readAllLines(out.resolve("metadata.jsonl"))) {
      JsonNode row = MAPPER.readTree(line);
      double lambda = row.get("effective_lambda").doubleValue();
      double a = age(row.get("sources").get(0));
      double b = age(row.get("sources").get(1));
      assertEquals(lambda * a + (1 - lambda) * b, row.get("label").doubleValue(), 1e-12, line);
    }
  }

  private static double age(JsonNode source) {
    return switch (source.textValue()) {
      case "0.png" -> 23.5;
      case "1.png" -> 40;
      default -> 31;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.csv", "t.jsonl"})
  void whatElseATableSaysOfItsPicturesIsNotPassedOverInSilence(String name) throws IOException {
    pictures("0.png", "1.png");
    text(
        name,
        name.endsWith("csv")
            ? "file_name,label,bbox,width\n0.png,cat,\"[0, 0, 1, 1]\",3\n1.png,dog,,3\n"
            : "{\"file_name\":\"0.png\",\"label\":\"cat\",\"bbox\":[0,0,1,1],\"width\":3}\n"
                + "{\"file_name\":\"1.png\",\"label\":\"dog\",\"width\":3}\n");

    JsonNode found = inspect(name);

    assertEquals(List.of("cat 1", "dog 1"), classes(found));
    assertEquals(
        List.of("labels are those of the column label, and bbox is not read"),
        texts(found.get("remarks")));
  }

  @Test
  void aColumnIsNamedWhereItCannotBeKnown() throws IOException {
    pictures("0.png", "1.png");
    text("t.csv", "file_name,kind,by\n0.png,cat purr,me\n1.png,dog,you\n");

    refused(
        "t.csv",
        " line 2: which column is the label? name it by --label-column: file_name, kind, by");
    refused("t.csv", " line 1: no column x: there are file_name, kind, by", "--label-column", "x");
    assertEquals(
        List.of("cat purr 1", "dog 1"), classes(inspect("t.csv", "--label-column", "kind")));
    JsonNode several = inspect("t.csv", "--label-column", "kind", "--label-delimiter", " ");
    assertEquals(List.of("cat 1", "dog 1", "purr 1"), classes(several));
    assertEquals("labels", several.get("target").textValue());
  }

  @Test
  void aTableMayHaveSplits() throws IOException {
    pictures("0.png", "1.png", "2.png");
    text("t.csv", "file_name,label,split\n0.png,a,train\n1.png,b,test\n2.png,b,train\n");

    refused("t.csv", " has splits, not classes (test, train): take one, such as --split test");
    JsonNode found = inspect("t.csv", "--split", "train");
    assertEquals(List.of("a 1", "b 1"), classes(found));
    assertEquals(List.of("1 of the split test"), leftOut(found));
  }

  @Test
  void whatBatchHasWrittenKeepsItsSoftLabels() throws IOException {
    pictures("data/cat/1.png", "data/cat/2.png", "data/dog/1.png");
    Path out = folder.resolve("out");
    Run.of(Run.line("--method mixup --image png", "batch", folder.resolve("data"), out)).good();

    JsonNode found = inspect("out");

    assertEquals("soft", found.get("target").textValue());
    assertEquals(3, found.get("pictures").intValue());
    assertEquals("declared", found.get("class_order").textValue());
    assertTrue(texts(found.get("remarks")).isEmpty(), found::toString);
  }

  @Test
  void whatWasUnderstoodIsSaidBeforeAJobBeginsAndWritten() throws IOException {
    pictures("data/a/1.png", "data/a/2.png", "data/.hidden.png");
    Files.createDirectories(folder.resolve("data/b"));
    Path out = folder.resolve("out");

    Run run = Run.of(Run.line("--size 4x4", "batch", folder.resolve("data"), out)).good();

    assertTrue(
        run.out()
            .startsWith(
                """
                image-folder, 2 pictures
                2 classes by name, character by character: a 2, b 0; one class a picture
                1 class has no pictures: b
                left out 1: 1 hidden
                """),
        run.out());
    JsonNode written = MAPPER.readTree(out.resolve("run.json").toFile()).get("understood");
    assertEquals(List.of("1 class has no pictures: b"), texts(written.get("remarks")));
    assertEquals(
        2,
        MAPPER
            .readTree(Files.readAllLines(out.resolve("metadata.jsonl")).getFirst())
            .get("label")
            .size());
  }
}

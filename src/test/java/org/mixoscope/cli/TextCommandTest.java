package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class TextCommandTest {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  @TempDir Path folder;

  private Path a;
  private Path b;

  @BeforeEach
  void write() throws IOException {
    a = Files.writeString(folder.resolve("sport.txt"), "\uFEFFOur team won the match, at last.\n");
    b = Files.writeString(folder.resolve("cooking.txt"), "Stir rice slowly. Serve it hot.\n");
  }

  @Test
  void jsonSaysWhereEveryWordIsFrom() throws IOException {
    JsonNode mix =
        Run.of("text", a + "", b + "", "--lambda", "0.6", "--at", "0.3,0", "--json").good().json();

    assertEquals("Our Stir rice slowly match, at last.", mix.get("text").textValue());
    assertEquals(0.6, mix.get("lambda").doubleValue());
    assertEquals(4 / 7.0, mix.get("effective_lambda").doubleValue());
    assertEquals(
        "[{\"source\":0,\"start\":0,\"end\":1,\"source_start\":0},"
            + "{\"source\":1,\"start\":1,\"end\":4,\"source_start\":0},"
            + "{\"source\":0,\"start\":4,\"end\":7,\"source_start\":4}]",
        mix.get("spans").toString());
    assertEquals("[\"sport\",\"cooking\"]", mix.get("classes").toString());
    assertEquals(1, sum(mix.get("label")), 1e-12);
    assertEquals(mix.get("shares"), mix.get("label"));
  }

  private static double sum(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .sum();
  }

  @ParameterizedTest
  @CsvSource({"span", "words", "sentences"})
  void sameSeedIsTheSameTextAlsoFromItsRecipe(String method) throws IOException {
    String[] line = Run.line("--method " + method + " --seed 9 --draw 2 --json", "text", a, b);
    Path all = folder.resolve("mix.json");
    Run.of(Run.line("--method " + method + " --seed 9 --draw 2", "text", a, b, "-o", all)).good();
    String first = Run.of(line).good().out();

    assertEquals(first, Run.of(line).good().out());
    assertEquals(first, Files.readString(all));
    Path again = folder.resolve("again.txt");
    Run.of("text", "--recipe", all + "", "-o", again + "").good();
    JsonNode mix = Run.of("text", "--recipe", all + "", "--json").good().json();
    assertEquals(first, mix + "\n");
    assertEquals(mix.get("text").textValue() + "\n", Files.readString(again));
    String line2 = mix.get("recipe").toString();
    assertEquals(first, Run.of("text", "--recipe", line2, "--json").good().out());
  }

  @Test
  void reportSaysLabelAndWhatBecameOfLengths() {
    Run run = Run.of("text", a + "", b + "", "--method", "words", "--lambda", "0").good();

    assertTrue(run.out().contains("λ̂       0.142857  the share of A in 7 words"), run.out());
    assertTrue(run.out().contains("label   0.142857  sport"), run.out());
    assertTrue(
        run.out().contains("note    A has 7 words and B 6: the last 1 of A stays A's"), run.out());
    assertTrue(run.out().contains("text    Stir rice slowly. Serve it hot last."), run.out());
  }

  @Test
  void threeTextsAreSharedOut() throws IOException {
    Path c = Files.writeString(folder.resolve("c.txt"), "今天很好。我们走吧！");
    JsonNode mix =
        Run.of(
                "text",
                a + "",
                b + "",
                c + "",
                "--method",
                "sentences",
                "--weights",
                "0,1,1",
                "--classes",
                "x,,z",
                "--json")
            .good()
            .json();

    assertEquals(0, mix.get("shares").get(0).doubleValue());
    assertEquals("[\"x\",\"z\"]", mix.get("classes").toString());
    assertEquals(1, sum(mix.get("label")), 1e-12);
  }

  @Test
  void badFilesAreNamedWithWhatToDo() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");
    Path signs = Files.writeString(folder.resolve("signs.txt"), "?! …");
    Path latin =
        Files.write(folder.resolve("latin.txt"), "naïve".getBytes(StandardCharsets.ISO_8859_1));
    Path wide =
        Files.write(folder.resolve("wide.txt"), "\uFEFFa b".getBytes(StandardCharsets.UTF_16LE));
    Path binary = Files.write(folder.resolve("binary.txt"), new byte[] {'a', 0, 'b'});
    Path large = Files.writeString(folder.resolve("large.txt"), "word ".repeat(20_001));
    Path none = folder.resolve("none.txt");

    assertFailed(empty, "is empty; write a text into it");
    assertFailed(signs, "has no word, that is nothing with a letter or a digit; write one");
    assertFailed(latin, "is not UTF-8 from byte 2 on; save it as UTF-8");
    assertFailed(wide, "is not UTF-8 from byte 0 on; save it as UTF-8");
    assertFailed(binary, "holds bytes that are in no text; name a text file");
    assertFailed(large, "is longer than 100000 characters; cut it");
    assertFailed(none, "there is no such file");
    assertFailed(folder, "is a folder; name a text file in it");
  }

  private void assertFailed(Path file, String message) {
    Run.of("text", a + "", file + "").bad(FAILED, "mixoscope text: " + file + ": " + message);
  }

  @Test
  void badUseIsNamed() {
    assertMisused("B is missing: name two text files", a);
    assertMisused("A and B are missing: name two text files");
    assertMisused("--method span: mixes 2 texts, not 3", a, b, b);
    assertMisused("--classes: 3 names for 2 texts", a, b, "--classes", "x,y,z");
    assertMisused("--alpha = 0: must be above 0 and finite", a, b, "--alpha", "0");
    assertMisused("--lambda = 2: must be within [0, 1]", a, b, "--lambda", "2");
    assertMisused(
        "--method = letters: must be span, words or sentences", a, b, "--method", "letters");
    assertMisused("--weights: 3 for 2 texts", a, b, "--weights", "1,1,1");
    assertMisused(
        "--pieces: only sentences are cut into pieces, not --method span", a, b, "--pieces", "3");
    assertMisused(
        "--at: only a span has a place, not --method words",
        a,
        b,
        "--method",
        "words",
        "--at",
        "0,0");
    assertMisused(
        "-o %s: is an input of this mix, choose another name".formatted(a), a, b, "-o", a);
    assertMisused(
        "--seed: not with --recipe, which holds it already", "--recipe", "{}", "--seed", "1");
  }

  private static void assertMisused(String message, Object... arguments) {
    Run.of(Run.line("", prepend(arguments)))
        .bad(MISUSED, "mixoscope text: " + message + " (see mixoscope text --help)");
  }

  private static Object[] prepend(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "text";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Preset;
import org.mixoscope.recipe.RecipeText;

/// Everything that version 0.1.0 wrote is read as it was meant and makes the same bytes.
@BesideWindows
class Version010Test {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path folder;

  static List<Version010.Row> recipes() throws IOException {
    return Version010.recipes();
  }

  static List<String> jobs() throws IOException {
    return Version010.jobs();
  }

  /// What has come since is not in there.
  @Test
  void nothingThatItHadIsLeftOut() throws Exception {
    Set<String> methods = new TreeSet<>();
    Set<String> extensions = new TreeSet<>();
    Set<String> profiles = new TreeSet<>();
    Set<String> presets = new TreeSet<>();
    for (Version010.Row row : recipes()) {
      String name = row.path().getFileName().toString();
      methods.add(RecipeText.parse(row.line()).method().type().id());
      extensions.add(name.substring(name.lastIndexOf('.')));
      Profile.all().stream()
          .map(Profile::id)
          .filter(id -> name.startsWith(id + "-"))
          .forEach(profiles::add);
      Preset.ALL.stream()
          .map(Preset::id)
          .filter(id -> name.equals("preset-" + id + ".png"))
          .forEach(presets::add);
    }
    assertEquals(14, methods.size(), methods::toString);
    assertEquals(9, profiles.size(), profiles::toString);
    assertEquals(12, presets.size(), presets::toString);
    assertEquals(Set.of(".png", ".jpg", ".svg", ".pdf", ".gif"), extensions);
    assertEquals(List.of("imagefolder", "npy", "npz", "parquet", "webdataset"), jobs());
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aRecipeHasTheSameValues(Version010.Row row) throws Exception {
    String json = EmbeddedRecipe.of(row.path()).orElseThrow();
    RecipeText.Content content = RecipeText.read(json);

    assertEquals(content, RecipeText.read(row.line()));
    assertHolds(MAPPER.readTree(json), MAPPER.readTree(content.json()), "");
  }

  /// Everything that was written is written again; more may be.
  private static void assertHolds(JsonNode before, JsonNode now, String path) {
    if (before.isContainerNode()) {
      before
          .properties()
          .forEach(e -> assertHolds(e.getValue(), now.path(e.getKey()), path + "/" + e.getKey()));
      for (int i = 0; before.isArray() && i < before.size(); i++) {
        assertHolds(before.path(i), now.path(i), path + "/" + i);
      }
      assertEquals(before.isArray() ? before.size() : 0, now.isArray() ? now.size() : 0, path);
    } else {
      assertEquals(before, now, path);
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aRecipeMakesTheSamePixels(Version010.Row row) throws Exception {
    Path again = folder.resolve("again.png");
    String recipe = Version010.moved(EmbeddedRecipe.of(row.path()).orElseThrow());
    Run.of("mix", "--recipe", recipe, "-o", again.toString()).good();

    byte[] pixels = Photo.read(again).pixels().memory().toArray(ValueLayout.JAVA_BYTE);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(pixels);
    assertEquals(row.hash(), HexFormat.of().formatHex(hash));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aHalfDoneJobGoesOnToTheSameBytes(String name) throws Exception {
    Path half = folder.resolve("half");
    Version010.copy(job(name).resolve("half"), half);

    batch(name, half, "--resume");
    assertSame(name, half);
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aHalfDoneJobGoesOnByItsOwnRunJson(String name) throws Exception {
    Path half = folder.resolve("half");
    Version010.copy(job(name).resolve("half"), half);
    String pictures = Version010.FOLDER.resolve("jobs/pictures").toString();

    Run.of("batch", "--job", half + "/run.json", pictures, half + "", "--resume", "--quiet").good();
    assertSame(name, half);
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aJobMakesTheSameBytes(String name) throws Exception {
    Path whole = folder.resolve("whole");

    batch(name, whole);
    assertSame(name, whole);
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aWholeJobIsLeftAlone(String name) throws Exception {
    Path whole = folder.resolve("whole");
    Version010.copy(job(name).resolve("whole"), whole);

    batch(name, whole, "--resume");
    assertSame(name, whole);
    byte[] before = Files.readAllBytes(job(name).resolve("whole").resolve("run.json"));
    assertArrayEquals(before, Files.readAllBytes(whole.resolve("run.json")));
  }

  private static Path job(String name) {
    return Version010.FOLDER.resolve("jobs").resolve(name);
  }

  private static void batch(String name, Path to, String... more) throws IOException {
    Path pictures = Version010.FOLDER.resolve("jobs").resolve("pictures");
    String options = Files.readString(job(name).resolve("arguments.txt")).strip();
    Stream<String> line = Stream.of(Run.line(options, "batch", pictures, to, "--quiet"));
    Run.of(Stream.concat(line, Stream.of(more)).toArray(String[]::new)).good();
  }

  /// Of `run.json` only the end is compared: it names the version.
  private static void assertSame(String name, Path folder) throws IOException {
    SortedMap<String, byte[]> expected = Version010.contents(job(name).resolve("whole"));
    SortedMap<String, byte[]> actual = Version010.contents(folder);

    assertEquals(expected.keySet(), actual.keySet());
    JsonNode before = MAPPER.readTree(expected.remove("run.json"));
    JsonNode now = MAPPER.readTree(actual.get("run.json"));
    assertEquals(before.path("status"), now.path("status"));
    assertEquals(before.path("counts"), now.path("counts"));
    expected.forEach((file, bytes) -> assertArrayEquals(bytes, actual.get(file), file));
  }
}

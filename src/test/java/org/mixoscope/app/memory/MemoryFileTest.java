package org.mixoscope.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

class MemoryFileTest {
  private static final List<Source> PAIR =
      List.of(new Source("/p/猫 \"1\".png", "猫"), new Source("sample:cat", "cat"));
  private static final Recipe RECIPE = Recipe.of(new CutMix(0.3), 5, PAIR).drawn(2);
  private static final Remembered FULL =
      new Remembered(
          new Remembered.Place(-5.5, 20, 1300, 801, true),
          Theme.DARK,
          Language.CHINESE,
          RECIPE,
          "EXPLORE",
          List.of(PAIR, PAIR.reversed()),
          List.of(RECIPE, Recipe.of(new Mixup(1), 6, PAIR)),
          false,
          Map.of(
              "figure", node("{\"template\": \"column\"}"), "someday", node("[1, null, \"猫\"]")));

  @TempDir Path folder;
  private Path path = Path.of("");
  private MemoryFile file = new MemoryFile(path);

  @BeforeEach
  void setUp() {
    path = folder.resolve("new").resolve("settings.json");
    file = new MemoryFile(path);
  }

  @Test
  void theFirstClaimsTheFileAndTheSecondKnowsOfIt() {
    assertTrue(new MemoryFile(folder.resolve("settings.json")).claim());
    assertFalse(new MemoryFile(folder.resolve("settings.json")).claim());
    assertTrue(new MemoryFile(folder.resolve("other").resolve("settings.json")).claim());
  }

  @Test
  void everythingComesBack() throws IOException {
    file.write(FULL);
    assertEquals(new MemoryFile.Found(FULL, null, path), file.read());

    file.write(Remembered.NOTHING);
    assertEquals(Remembered.NOTHING, file.read().remembered());
    try (Stream<Path> files = Files.list(path.getParent())) {
      assertEquals(List.of(path), files.toList(), "nothing else is left");
    }
  }

  private static JsonNode node(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  @Test
  void partsKeepTheirOrder() throws IOException {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    for (String name : List.of("z", "figure", "a", "batch", "m")) {
      parts.put(name, node("{}"));
    }
    file.write(new Remembered(null, null, null, null, null, List.of(), List.of(), true, parts));

    assertEquals(
        List.copyOf(parts.keySet()), List.copyOf(file.read().remembered().parts().keySet()));
  }

  /// Written by Mixoscope 0.1.0.
  @Test
  void theFileOfTheFirstVersionIsRead() throws Exception {
    Path old =
        Path.of(Objects.requireNonNull(getClass().getResource("settings-0.1.0.json")).toURI());
    JsonNode parts = node(Files.readString(old));

    assertEquals(
        new Remembered(
            FULL.window(),
            FULL.theme(),
            FULL.language(),
            FULL.recipe(),
            FULL.screen(),
            FULL.recent(),
            FULL.tray(),
            FULL.trayOpen(),
            Map.of("figure", parts.path("figure"), "batch", parts.path("batch"))),
        new MemoryFile(old).read().remembered());
  }

  @Test
  void aCopyOfWhatAPartDoesNotUnderstandIsKept() throws IOException {
    file.write(FULL);
    Path copy = file.copyAside();

    assertEquals(path.resolveSibling("set-aside-settings.json"), copy);
    assertEquals(Files.readString(path), Files.readString(copy));
  }

  @Test
  void theFirstTimeThereIsNothingToComplainOf() {
    assertEquals(new MemoryFile.Found(Remembered.NOTHING, null, path), file.read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"mixoscope-settings\": 2}",
        "{\"mixoscope-settings\": 1, \"theme\": \"pink\"}",
        "{\"mixoscope-settings\": 1, \"language\": \"xx\"}",
        "{\"mixoscope-settings\": 1, \"recipe\": {\"mixoscope\": 9}}",
        "{\"mixoscope-settings\": 1, \"recent\": [[{}]]}",
        "{\"mixoscope-settings\": 1, \"tray\": [5]}"
      })
  void whatCannotBeUnderstoodIsSetAsideAsItIs(String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Path aside = path.resolveSibling("set-aside-settings.json");

    assertEquals(new MemoryFile.Found(Remembered.NOTHING, "memory.set-aside", aside), file.read());
    assertEquals(text, Files.readString(aside));
    assertNull(file.read().problem(), "the next start is a fresh one");
  }

  @Test
  void bytesThatAreNoTextAreSetAsideToo() throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertEquals("memory.set-aside", file.read().problem());
  }

  @Test
  void whatCannotBeReadOrWrittenIsSaid() throws IOException {
    Files.createDirectories(path.resolve("a folder"));
    assertEquals("memory.unreadable", file.read().problem());
    assertThrows(IOException.class, () -> file.write(FULL));
    try (Stream<Path> files = Files.list(path.getParent())) {
      assertEquals(List.of(path), files.toList(), "no half-written file is left");
    }
  }

  @Test
  void whatAWindowOfVersion010LeftIsTakenOver() throws IOException {
    Path old = Path.of("src", "test", "resources", "version-0.1.0", "settings.json");
    Files.createDirectories(path.getParent());
    Files.copy(old, path);
    MemoryFile.Found found = file.read();
    Remembered remembered = found.remembered();

    assertNull(found.problem());
    assertEquals(new Remembered.Place(40, 30, 1440, 900, false), remembered.window());
    assertEquals(Theme.DARK, remembered.theme());
    assertEquals(Language.CHINESE, remembered.language());
    assertEquals("COMPARE", remembered.screen());
    Source cat = new Source("/home/ada/pictures/cat.png", "cat");
    Source cup = new Source("/home/ada/pictures/cup.jpg", "cup");
    Source sky = new Source("/home/ada/pictures/sky.webp", "sky");
    assertEquals(
        List.of(List.of(cat, cup), List.of(new Source("sample:cat", "cat"), sky)),
        remembered.recent());
    Recipe mixup =
        Recipe.of(new Mixup(0.4), 7, cat, cup.withClassName("杯"))
            .withMask("/home/ada/pictures/blob.png");
    assertEquals(mixup, remembered.recipe());
    assertEquals(List.of(mixup, mixup.with(new CutMix(1)).drawn(2)), remembered.tray());
    assertFalse(remembered.trayOpen());
    assertEquals(List.of("figure", "batch"), List.copyOf(remembered.parts().keySet()));
  }

  @Test
  void placesAreKeptAsTheyAreAndSoAreReferencesToWhatIsMissing() throws IOException {
    Reference missing = new Reference("data/cup.png", new Fingerprint(3, "0".repeat(32)));
    Recipe recipe =
        Recipe.of(new CutMix(1), 3, PAIR.getFirst(), new Source(missing.location(), "mug"))
            .withMask("/p/blob.png");
    Remembered remembered =
        new Remembered(
            null, null, null, recipe, null, List.of(PAIR), List.of(recipe), true, Map.of());
    file.write(remembered);

    assertEquals(remembered, file.read().remembered());
    assertTrue(Files.readString(path).contains("/p/blob.png"));
  }

  @Test
  void foldersAreThoseOfThePlatform() {
    Path home = folder.resolve("home");
    Path other = folder.resolve("other");
    Map<String, String> none = Map.of();

    assertEquals(home.resolve(".config/mixoscope"), ConfigFolder.of("Linux", none, home));
    assertEquals(
        other.resolve("mixoscope"),
        ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", other.toString()), home));
    assertEquals(
        home.resolve(".config/mixoscope"),
        ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home));
    assertEquals(
        other.resolve("Mixoscope"),
        ConfigFolder.of("Windows 11", Map.of("APPDATA", other.toString()), home));
    assertEquals(
        home.resolve("AppData/Roaming/Mixoscope"), ConfigFolder.of("Windows 11", none, home));
    assertEquals(
        home.resolve("Library/Application Support/Mixoscope"),
        ConfigFolder.of("Mac OS X", none, home));
    assertTrue(ConfigFolder.ofSystem().isAbsolute());
  }
}

package org.mixoscope.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.batch.BatchOptions;
import org.mixoscope.app.batch.Making;
import org.mixoscope.app.batch.PolicyChoice;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
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
          new FigureSettings(
              Template.COLUMN,
              Set.of(Panel.MIX, Panel.BETA),
              true,
              "猫 \"1\"",
              FigureFormat.GIF,
              3,
              Sweep.Over.DRAWS,
              7,
              Language.CHINESE),
          new BatchOptions(
              Path.of("/data/猫"),
              null,
              new Making(
                  PolicyChoice.all().getLast(),
                  0.7,
                  Partners.OTHER_CLASS,
                  new Frame(20, 30),
                  Fit.CONTAIN,
                  Channels.ONE,
                  0.25,
                  3,
                  true),
              new OutputSettings(OutputFormat.WEBDATASET, new Encoding.Jpeg(80), true),
              true,
              5));

  @TempDir Path folder;
  private Path path = Path.of("");
  private MemoryFile file = new MemoryFile(path);

  @BeforeEach
  void setUp() {
    path = folder.resolve("new").resolve("settings.json");
    file = new MemoryFile(path);
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

  /// 0.1.0 had no choice of channels.
  @Test
  void whatWasNoChoiceYetIsAsUsual() throws IOException {
    file.write(FULL);
    Files.writeString(path, Files.readString(path).replaceFirst("\"channels\" : \"ONE\",", ""));

    BatchOptions read = Objects.requireNonNull(file.read().remembered().batch());
    assertEquals(Channels.KEEP, read.making().channels());
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
        "{\"mixoscope-settings\": 1, \"batch\": {}}",
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

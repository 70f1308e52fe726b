package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class HelpTest {
  private static final int WIDTH = 100;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "explore ",
        "mix ",
        "text ",
        "figure ",
        "snapshot ",
        "stream ",
        "train ",
        "replay ",
        "stats ",
        "profiles ",
        "code "
      })
  void everyCommandExplainsItselfWithExamples(String command) {
    String help = Run.of((command + "--help").split(" ")).good().out();

    assertTrue(help.startsWith("Usage: mixoscope " + command), help);
    assertTrue(help.contains("Examples:"), help);
    assertTrue(help.contains("--verbose"), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= WIDTH), help);
    assertFalse(help.contains("\u001b"), "no colours");
    assertEquals(help, Run.of((command + "-h").split(" ")).good().out());
  }

  @Test
  void helpOfMixNamesEveryOption() {
    assertNames(
        "mix",
        "-o, --output",
        "--method",
        "--alpha",
        "--lambda",
        "--at",
        "--box",
        "--mask",
        "--profile",
        "--cutmix-minmax",
        "--box-rule",
        "--[no-]correct-lambda",
        "--blending",
        "--seed",
        "--draw",
        "--classes",
        "--size",
        "--fit",
        "--smoothing",
        "--recipe",
        "--max-megapixels",
        "--json");
  }

  @Test
  void helpOfSnapshotNamesItsOwnOptionsToo() {
    assertNames("snapshot", "--alpha", "--theme", "--lang", "--scale", "--width", "--height");
  }

  @Test
  void helpOfReplayNamesEveryOption() {
    assertNames(
        "replay",
        "--profile",
        "--method",
        "--alpha",
        "--mixup-alpha",
        "--cutmix-alpha",
        "--cutmix-minmax",
        "--prob",
        "--switch-prob",
        "--mode",
        "--[no-]correct-lambda",
        "--seed",
        "--batch",
        "--size",
        "--steps",
        "--start-step");
  }

  @Test
  void helpOfStatsNamesItsOwnOptionsToo() {
    assertNames("stats", "--method", "--alpha", "--size", "--draws", "--seed", "--bins", "--json");
  }

  @Test
  void whatIsForTheBuildIsNotShown() {
    assertFalse(Run.of("explore", "--help").good().out().contains("--without-display"));
  }

  @Test
  void versionIsThatOfThePom() {
    String version = Run.of("--version").good().out();

    assertTrue(version.matches("mixoscope \\d+\\.\\d+\\.\\d+(-\\w+)?\\R"), version);
    assertEquals(version, Run.of("mix", "-V").good().out());
  }

  @Test
  void displayIsWhatTheEnvironmentSaysOnLinux() {
    assertFalse(ExploreCommand.hasDisplay("Linux", Map.of()));
    assertFalse(ExploreCommand.hasDisplay("Linux", Map.of("DISPLAY", "")));
    assertTrue(ExploreCommand.hasDisplay("Linux", Map.of("DISPLAY", ":0")));
    assertTrue(ExploreCommand.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
    assertTrue(ExploreCommand.hasDisplay("Windows 11", Map.of()));
    assertTrue(ExploreCommand.hasDisplay("Mac OS X", Map.of()));
  }

  private static void assertNames(String command, String... options) {
    String help = Run.of(command, "--help").good().out();

    for (String option : options) {
      assertTrue(help.contains(option), option);
    }
  }
}

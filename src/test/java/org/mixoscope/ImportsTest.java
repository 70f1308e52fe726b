package org.mixoscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who names whom in the sources. Classes do not tell everything: a constant that the compiler
/// copies leaves no trace of where it came from.
@BesideWindows
class ImportsTest {
  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("src/spark/java"));
  private static final String APP = Room.APP.root();

  /// What all screens stand on, and which of it each part may know.
  private static final Map<String, Set<String>> GROUND =
      Map.of(
          APP + ".ui", Set.of(),
          APP + ".state", Set.of(APP + ".ui"),
          APP + ".marks", Set.of(APP + ".ui", APP + ".state"),
          APP + ".memory", Set.of(APP + ".ui"),
          APP + ".command", Set.of(APP + ".ui", APP + ".state", APP + ".memory"));

  private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern NAMED =
      Pattern.compile("\\borg\\.mixoscope(?:\\.[a-z]\\w*)*(?=\\.[A-Z])");

  /// Which packages the sources of a package name.
  private static Map<String, Set<String>> arrows = Map.of();

  @BeforeAll
  static void read() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path sources : SOURCES) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          String home = sources.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
          Set<String> named = found.computeIfAbsent(home, name -> new TreeSet<>());
          named.addAll(named(Files.readAllLines(file)));
          named.remove(home);
        }
      }
    }
    arrows = found;
  }

  /// The packages that are named, by imports or in full; what comments and strings say is no arrow.
  private static Set<String> named(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.strip().startsWith("//"))
        .map(line -> STRING.matcher(line).replaceAll(""))
        .flatMap(line -> NAMED.matcher(line).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Test
  void everythingThatIsNamedIsAnArrow() {
    assertEquals(
        Set.of("org.mixoscope.kernel", "org.mixoscope.app.state", "org.mixoscope.app"),
        named(
            List.of(
                "import org.mixoscope.kernel.Frame;",
                "import static org.mixoscope.app.state.Prepared.CHANNELS;",
                "/// See [org.mixoscope.cli.Main].",
                "  \"a \\\" org.mixoscope.image.Picture\";",
                "  return org.mixoscope.app.App.class; // and org.mixoscope.batch")));
    assertTrue(
        arrows.getOrDefault(APP + ".state", Set.of()).contains(APP + ".ui"),
        "else these tests look at nothing");
  }

  @ParameterizedTest
  @EnumSource
  void roomNamesOnlyThoseThatAreOpenToIt(Room room) {
    List<String> packages = arrows.keySet().stream().filter(name -> isIn(room, name)).toList();
    assertFalse(packages.isEmpty(), "there is no such room");
    for (String from : packages) {
      for (String to : arrows.get(from)) {
        assertTrue(Room.of(to).filter(room::mayEnter).isPresent(), from + " knows " + to);
      }
    }
  }

  private static boolean isIn(Room room, String packageName) {
    return Room.of(packageName).filter(room::equals).isPresent();
  }

  @Test
  void theGroundOfTheAppIsLaidInLayers() {
    GROUND.forEach(
        (part, open) -> {
          assertTrue(arrows.containsKey(part), part + " is not there");
          Set<String> known = inApp(part);
          assertTrue(open.containsAll(known), part + " knows " + known);
        });
  }

  @Test
  void noScreenKnowsAnother() {
    Set<String> screens = new TreeSet<>(arrows.keySet());
    screens.removeIf(name -> !name.startsWith(APP + "."));
    screens.removeAll(GROUND.keySet());
    assertTrue(screens.contains(APP + ".explore"), "else this test looks at nothing");
    for (String screen : screens) {
      Set<String> known = inApp(screen);
      assertTrue(GROUND.keySet().containsAll(known), screen + " knows " + known);
    }
  }

  /// What a package knows of the app.
  private static Set<String> inApp(String from) {
    return arrows.get(from).stream()
        .filter(to -> isIn(Room.APP, to))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void packagesHaveNoCircles() {
    Set<String> clean = new TreeSet<>();
    arrows.keySet().forEach(name -> walk(name, new ArrayList<>(), clean));
    assertEquals(arrows.keySet(), clean);
  }

  private static void walk(String name, List<String> way, Set<String> clean) {
    assertFalse(way.contains(name), () -> String.join(" → ", way) + " → " + name);
    if (!clean.contains(name)) {
      way.add(name);
      arrows.getOrDefault(name, Set.of()).forEach(next -> walk(next, way, clean));
      way.removeLast();
      clean.add(name);
    }
  }
}

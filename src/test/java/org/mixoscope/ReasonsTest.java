package org.mixoscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.Reason;

/// Whatever can be wrong in any room is said in both languages.
@BesideWindows
class ReasonsTest {
  private static final String PREFIX = "problem.";

  /// Texts for what no room says.
  private static final Set<String> OF_THE_SYSTEM =
      Set.of("problem.denied", "problem.gone", "problem.memory", "problem.unexpected");

  private static final List<ResourceBundle> LANGUAGES =
      Stream.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE)
          .map(
              locale ->
                  ResourceBundle.getBundle(
                      "org.mixoscope.messages",
                      locale,
                      ResourceBundle.Control.getNoFallbackControl(
                          ResourceBundle.Control.FORMAT_PROPERTIES)))
          .toList();

  private static final List<Reason> REASONS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("org.mixoscope")
              .stream()
              .filter(one -> one.isEnum() && one.isAssignableTo(Reason.class))
              .map(JavaClass::reflect)
              .flatMap(one -> Stream.of(one.getEnumConstants()))
              .map(Reason.class::cast)
              .toList();

  static Stream<Reason> reasons() {
    return REASONS.stream();
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void reasonIsSaidInBothLanguagesWithTheSameDetails(Reason reason) {
    for (ResourceBundle language : LANGUAGES) {
      String text = language.getString(PREFIX + reason.key());
      assertEquals(places(reason.sentence()), places(text), language.getLocale() + " " + text);
    }
  }

  @Test
  void reasonsHaveKeysOfTheirOwnAndNoTextIsLeftOver() {
    List<String> keys = reasons().map(reason -> PREFIX + reason.key()).sorted().toList();
    assertEquals(List.copyOf(new TreeSet<>(keys)), keys);
    Set<String> texts =
        LANGUAGES.getFirst().keySet().stream()
            .filter(key -> key.startsWith(PREFIX) && !OF_THE_SYSTEM.contains(key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(keys), texts);
  }

  @Test
  void everyRoomThatRefusesHasReasons() {
    Set<String> rooms =
        reasons().map(reason -> reason.getClass().getPackageName()).collect(Collectors.toSet());
    assertTrue(
        rooms.containsAll(
            Stream.of("kernel", "recipe", "image", "dataset", "figure", "batch")
                .map("org.mixoscope."::concat)
                .toList()),
        rooms::toString);
  }

  private static Set<String> places(String pattern) {
    return Pattern.compile("\\{\\d")
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}

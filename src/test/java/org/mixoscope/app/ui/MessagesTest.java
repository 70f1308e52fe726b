package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Font;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Preset;

class MessagesTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    ResourceBundle english = bundle(Language.ENGLISH);
    ResourceBundle chinese = bundle(Language.CHINESE);
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    for (String key : english.keySet()) {
      assertEquals(placeholders(english.getString(key)), placeholders(chinese.getString(key)), key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages_zh"})
  void everyKeyIsThereOnce(String name) throws Exception {
    try (InputStream file =
        Messages.class.getResourceAsStream("/org/mixoscope/" + name + ".properties")) {
      List<String> keys =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertEquals(keys.stream().distinct().toList(), keys);
      assertFalse(keys.isEmpty());
    }
  }

  /// JavaFX breaks lines with combining marks, as in λ with a hat, in the wrong places.
  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextNeedsCombiningMarks(Language language) {
    ResourceBundle bundle = bundle(language);
    for (String key : bundle.keySet()) {
      assertFalse(Pattern.compile("\\p{M}").matcher(bundle.getString(key)).find(), key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sans-Regular", "Sans-SemiBold"})
  void theFontsHaveEveryCharacterOfBothLanguages(String font) throws Exception {
    List<String> missing = new ArrayList<>();
    try (InputStream file = Fonts.class.getResourceAsStream("fonts/Mixoscope" + font + ".ttf")) {
      Font face = Font.createFont(Font.TRUETYPE_FONT, file);
      for (Language language : Language.values()) {
        ResourceBundle bundle = bundle(language);
        for (String key : bundle.keySet()) {
          String text = bundle.getString(key).replace("\n", "");
          int at = face.canDisplayUpTo(text);
          if (at >= 0) {
            missing.add(key + ": " + text.charAt(at));
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void percentAndApostrophesSurviveFormatting(Language language) {
    Messages messages = new Messages(language);
    assertEquals(1, messages.get("reason.clipped", "13").split("13 %", -1).length - 1);
    assertEquals(-1, messages.get("reason.by-hand").indexOf("''"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyMethodAndEveryParameterIsExplained(Language language) {
    Messages messages = new Messages(language);
    List<String> missing = new ArrayList<>();
    for (MethodType type : MethodType.all()) {
      List<String> keys = new ArrayList<>();
      Stream.of("", ".summary", ".hint").forEach(end -> keys.add("method." + type.id() + end));
      keys.stream().filter(key -> !messages.has(key)).forEach(missing::add);
      for (Parameter<?> parameter : type.parameters()) {
        for (String end : List.of(".short", "")) {
          String own = "parameter." + type.id() + "." + parameter.id() + end;
          if (!messages.has(own) && !messages.has("parameter." + parameter.id() + end)) {
            missing.add(own);
          }
        }
      }
    }
    for (Preset preset : Preset.ALL) {
      if (!messages.has("preset." + preset.id())) {
        missing.add("preset." + preset.id());
      }
    }
    assertEquals(List.of(), missing);
  }

  /// Whoever says a number says the word after it for one, too.
  @Test
  void countsHaveASingular() {
    ResourceBundle english = bundle(Language.ENGLISH);
    Pattern plural =
        Pattern.compile(
            "\\{\\d} (pictures|samples|folders|classes|labels|columns|frames|weights"
                + "|numbers|bits|channels)\\b");
    List<String> found =
        english.keySet().stream()
            .filter(key -> plural.matcher(english.getString(key)).find())
            .sorted()
            .toList();
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          folder.listing        | 1 picture so far…             | 2 pictures so far…
          folder.unreadable     | 1 folder in it may not be read. | 2 folders in it may not be read.
          figure.sheet          | The sheet of Compare, 1 mix   | The sheet of Compare, 2 mixes
          batch.complete.before | 1 sample was written before   | 2 samples were written before
          """)
  void oneIsSaidOtherwiseThanTwo(String key, String one, String two) {
    Messages messages = new Messages(Language.ENGLISH);
    assertEquals(one, messages.get(key, "1"));
    assertEquals(two, messages.get(key, "2"));
  }

  /// See `DataSet.kind`.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "image-folder",
        "csv",
        "json",
        "json-lines",
        "idx",
        "cifar",
        "webdataset",
        "npy",
        "npz",
        "parquet",
        "coco",
        "yolo",
        "voc",
        "labelme",
        "masks"
      })
  void everyKindOfDataSetHasAName(String kind) {
    for (Language language : Language.values()) {
      assertFalse(new Messages(language).get("batch.kind." + kind).isBlank());
    }
  }

  @Test
  void textsFollowTheLanguage() {
    Messages messages = new Messages(Language.ENGLISH);
    var text = messages.bind("formula");
    assertEquals("Formula", text.get());
    messages.speak(Language.CHINESE);
    assertEquals("公式", text.get());
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "org.mixoscope.messages",
        language == Language.ENGLISH ? Locale.ROOT : Locale.SIMPLIFIED_CHINESE,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static List<String> placeholders(String text) {
    Matcher matcher = Pattern.compile("\\{\\d").matcher(text);
    TreeSet<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return List.copyOf(found);
  }
}

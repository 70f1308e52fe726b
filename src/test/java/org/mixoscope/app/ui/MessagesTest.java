package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.app.command.Problems;
import org.mixoscope.batch.BatchException;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Axes;
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
    try (InputStream file = Messages.class.getResourceAsStream(name + ".properties")) {
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

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void everyRefusalIsSaidInBothLanguages(Objection.Kind kind) {
    for (Language language : Language.values()) {
      assertTrue(new Messages(language).has("refused." + kind), () -> kind + " " + language);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CAUSE")
  void everyFaultOfADataSetIsSaidInBothLanguages(DataSetException.Reason reason) {
    for (Language language : Language.values()) {
      assertTrue(new Messages(language).has("dataset." + reason), () -> reason + " " + language);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyEndOfAJobIsSaidInBothLanguages(BatchException.Reason reason) {
    for (Language language : Language.values()) {
      assertTrue(new Messages(language).has("job." + reason), () -> reason + " " + language);
    }
  }

  @Test
  void faultsOfDataSetsAreSaidInTheLanguageOfTheUser(@TempDir Path folder) throws Exception {
    Messages chinese = new Messages(Language.CHINESE);
    Exception none = assertThrows(IOException.class, () -> DataSet.open(folder));
    assertEquals(
        folder + " 中没有图片。在其中及其子文件夹中查找 JPEG、PNG、WebP、BMP、TIFF 和 GIF 文件。",
        Problems.text(none, chinese));
    Path table = Files.writeString(folder.resolve("a.csv"), "file_name,label\n");
    Exception empty = assertThrows(IOException.class, () -> DataSet.open(table));
    assertEquals(table + " 没有行。每张图片需要一行。", Problems.text(empty, chinese));
  }

  @Test
  void refusalsAreSaidInTheLanguageOfTheUser() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Axes.parse("alpha=-1", ""));
    assertEquals("alpha = -1.0：应大于 0 且有限", Problems.text(refused, new Messages(Language.CHINESE)));
    assertEquals(refused.getMessage(), Problems.text(refused, new Messages(Language.ENGLISH)));
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
        "org.mixoscope.app.ui.messages",
        language == Language.ENGLISH ? Locale.ROOT : Locale.SIMPLIFIED_CHINESE,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static List<String> placeholders(String text) {
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
    TreeSet<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return List.copyOf(found);
  }
}

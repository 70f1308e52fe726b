package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.method.MethodType;

/// Broken text is refused by one line that says what is wrong and where.
class BrokenRecipeTextTest {
  /// A good part → what stands in its place, and the message.
  private static final String WRONG_FIELDS =
      """
      "mixoscope" : 1 → "mixoscope" : 2
          it is for texts; open it on the Text screen or by mixoscope text --recipe
      "mixoscope" : 1 → "mixoscope" : 3
          version 3 is not known to this program, which reads version 1; update it
      "mixoscope" : 1 → "mixoscope" : "1"
          mixoscope = "1": must be a whole number
      "mixoscope" : 1 → "mixoscope" : 1.0
          mixoscope = 1.0: must be a whole number
      "mixoscope" : 1, →
          mixoscope is missing: must be a whole number
      "type" : "cutmix" → "type" : "cowmix"
          method.type = cowmix: must be one of %METHODS%
      "type" : "cutmix" → "type" : 3
          method.type = 3: must be a text
      "type" : "cutmix" → "type" : "mixup"
          method.box-rule: not a known field
      "type" : "cutmix" → "type" : "mask"
          method.alpha: not a known field
      "type" : "cutmix", →
          method.type is missing: must be a text
      "alpha" : 0.3 → "alpha" : 0
          alpha = 0.0: must be above 0 and finite
      "alpha" : 0.3 → "alpha" : -1
          alpha = -1.0: must be above 0 and finite
      "alpha" : 0.3 → "alpha" : 1e999
          alpha = Infinity: must be above 0 and finite
      "alpha" : 0.3 → "alpha" : "0.3"
          method.alpha = "0.3": must be a number
      "alpha" : 0.3 → "alpha" : NaN
          not valid JSON at line 5, column 18: Non-standard token 'NaN'
      "alpha" : 0.3, →
          method.alpha is missing: must be a number
      "keras-cv" → "keras"
          box-rule = keras: must be legacy, timm-1.0.29, fastai, keras-cv, keras-3, kornia or unbiased
      "keras-cv" → "KERAS_CV"
          box-rule = KERAS_CV: must be legacy, timm-1.0.29, fastai, keras-cv, keras-3, kornia or unbiased
      "correct-lambda" : false → "correct-lambda" : 0
          method.correct-lambda = 0: must be true or false
      "lambda" : 0.25 → "lambda" : 1.5
          lambda = 1.5: must be within [0, 1]
      "lambda" : 0.25 → "lambda" : null
          draw.lambda = null: must be a number
      "u" : 0.5 → "u" : 1
          u = 1.0: must be within [0, 1)
      "v" : 0.75 → "v" : -0.1
          v = -0.1: must be within [0, 1)
      "v" : 0.75 → "v" : 0.75, "w":0
          draw.w: not a known field
      "v" : 0.75 → "v" : 0.75, "v":0
          not valid JSON at line 12, column 20: Duplicate field 'v'
      -0.25, 0.125 → -0.25
          draw.region = [-0.25,0.5,1.125]: must be a list of 4 numbers
      -0.25, 0.125 → -0.25, "x"
          draw.region: must hold numbers only
      -0.25, 0.125 → 0.75, 0.125
          region x2 = 0.5: must be within [0.75, 1000]
      -0.25, 0.125 → -1e9, 0.125
          region x1 = -1.0E9: must be within [-1000, 1000]
      "seed" : 42 → "seed" : 4.2
          seed = 4.2: must be a whole number
      "seed" : 42 → "seed" : 9223372036854775808
          seed = 9223372036854775808: must be a whole number
      "seed" : 42, →
          seed is missing: must be a whole number
      "index" : 7 → "index" : -1
          index = -1: must be at least 0
      "image" : "sample:cat" → "image" : ""
          source: needs a file or sample
      "image" : "sample:cat" → "image" : 5
          sources[0].image = 5: must be a text
      "image" : "sample:cat" → "file" : "cat.png"
          sources[0].image is missing: must be a text
      "class" : "cup" → "class" : null
          sources[1].class = null: must be a text
      "class" : "cup" → "class" : "cup", "weight":2
          sources[1].weight: not a known field
      "sample:mask" → ""
          mask: needs a file or sample
      "sample:mask" → [1]
          mask = [1]: must be a text
      "width" : 640 → "width" : 0
          width = 0: must be at least 1
      "width" : 640 → "width" : 208334
          frame = 208334×480: larger than 100 megapixels
      "width" : 640 → "width" : 3000000000
          frame.width = 3000000000: must be a whole number
      "height" : 480 → "height" : 1.5
          frame.height = 1.5: must be a whole number
      "height" : 480 → "depth" : 3
          frame.height is missing: must be a whole number
      "contain" → "zoom"
          fit = zoom: must be one of cover, contain, stretch
      "contain" → null
          fit = null: must be a text
      "linear-light" → "linear_light"
          blending = linear_light: must be one of srgb, linear-light
      "smoothing" : 0.1 → "smoothing" : 1
          smoothing = 1.0: must be within [0, 1)
      "channels" : 1 → "channels" : 2
          channels = 2: must be 1 or 3
      "channels" : 1 → "channels" : "one"
          channels = "one": must be a whole number
      "depth" : 16 → "depth" : 12
          depth = 12: must be 8, 16, 32 or 64
      "smoothing" : 0.1 → "smoothing" : 0.1, "zip" : 3
          zip: not a known field
      """;

  private static final String JSON = RecipeText.json(Recipes.FULL);
  private static final String LINE = RecipeText.line(Recipes.FULL);
  private static final String DAMAGED =
      "recipe: the line is damaged or cut off; copy it again whole";

  static Stream<Arguments> wrongFields() {
    String methods = String.join(", ", MethodType.all().stream().map(MethodType::id).toList());
    List<String> lines = WRONG_FIELDS.replace("%METHODS%", methods).lines().toList();
    return IntStream.range(0, lines.size() / 2)
        .mapToObj(
            i -> {
              String[] change = lines.get(2 * i).split("→", 2);
              return Arguments.of(
                  change[0].strip(), change[1].strip(), lines.get(2 * i + 1).strip());
            });
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void wrongFieldIsNamed(String good, String bad, String message) {
    String text = JSON.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
    assertNotEquals(JSON, text);

    assertEquals("recipe: " + message, messageOf(text));
  }

  @Test
  void frameOfAMillionMegapixelsIsRefused() {
    String text = JSON.replace("640", "1000000000").replace("480", "1000000000");

    assertEquals(
        "recipe: frame = 1000000000×1000000000: larger than 100 megapixels", messageOf(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "null", "[]", "1", "\"mixoscope\""})
  void whatIsNoObjectIsRefused(String text) {
    assertEquals("recipe: the text: must be a JSON object { … }", messageOf(text));
  }

  @Test
  void everyFieldIsNeeded() {
    assertEquals("recipe: mixoscope is missing: must be a whole number", messageOf("{}"));
    assertEquals(
        "recipe: method is missing: must be an object { … }", messageOf("{\"mixoscope\":1}"));
    assertEquals(
        "recipe: sources[1]: must be a JSON object { … }",
        messageOf(JSON.replaceAll("(?s)}, \\{.*\"cup\"\\s*}", "}, 2")));
  }

  /// A newer version may hold anything: its number is told before what else is strange in it.
  @Test
  void versionIsLookedAtFirst() {
    assertTrue(messageOf("{\"mixoscope\":3,\"magic\":[]}").startsWith("recipe: version 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", "}", " {}", " 1", ","})
  void whatFollowsTheJsonIsRefused(String tail) {
    int lines = (int) JSON.lines().count();

    assertStartsWith(
        "recipe: not valid JSON at line " + lines + ", column", messageOf(JSON + tail));
  }

  @Property(tries = 300)
  void jsonCutOffAnywhereIsRefusedInOneLine(@ForAll @IntRange(min = 1, max = 2000) int length) {
    String text = JSON.substring(0, length % JSON.length()).strip();

    String message = messageOf(text);

    assertStartsWith(
        text.isEmpty() ? "recipe: the text: must" : "recipe: not valid JSON at line ", message);
    assertEquals(-1, message.indexOf('`'), message);
    assertEquals(-1, message.indexOf("Source"), message);
  }

  @Test
  void lineCutOffAnywhereIsRefused() {
    for (int length = "mixoscope:".length(); length < LINE.length(); length++) {
      assertEquals(DAMAGED, messageOf(LINE.substring(0, length)), "first " + length);
    }
  }

  /// A few bits mean nothing, like the level of compression; with others the line is damaged.
  @Test
  void noLetterChangedGivesAnotherRecipe() {
    int refused = 0;
    for (int i = "mixoscope:".length(); i < LINE.length(); i++) {
      char other = LINE.charAt(i) == 'A' ? 'B' : 'A';
      String text = LINE.substring(0, i) + other + LINE.substring(i + 1);
      try {
        assertEquals(Recipes.FULL, RecipeText.parse(text), "letter " + i);
      } catch (RecipeException e) {
        assertEquals(DAMAGED, e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > LINE.length() - 20, refused + " of " + LINE.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "x", "===", " and more", "\n{}", "%", "é"})
  void whatFollowsTheLineIsRefused(String tail) {
    assertEquals(DAMAGED, messageOf(LINE + tail));
  }

  @Test
  void jsonInALineIsCheckedLikeAnyOther() throws IOException {
    assertEquals(
        "recipe: alpha = 0.0: must be above 0 and finite",
        messageOf(line(JSON.replace("0.3", "0"))));
    assertEquals("recipe: the text: must be a JSON object { … }", messageOf(line("")));
  }

  /// A gigabyte in a megabyte of letters is neither unpacked nor waited for.
  @Test
  void lineThatUnpacksToAGigabyteCostsNothing() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater()) {
      byte[] block = new byte[1 << 14];
      int length = 0;
      for (int i = 0; i < 2; i++) {
        deflater.setInput(new byte[1 << 20]);
        length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
        packed.write(block, 0, length);
      }
      // The second megabyte of zeros again and again.
      for (int i = 2; i < 1 << 10; i++) {
        packed.write(block, 0, length);
      }
    }
    String bomb = line(packed);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertEquals(DAMAGED, messageOf(bomb));

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 20 << 20, allocated + " bytes for " + bomb.length() + " letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[", "{\"mixoscope\":1,\"method\":["})
  void deepNestingIsRefused(String opening) {
    String message =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> messageOf("{\"a\":" + opening.repeat(200_000)));

    assertStartsWith("recipe: not valid JSON at line 1, column ", message);
  }

  @Test
  void longValuesAreCutOutOfTheMessage() {
    String message = messageOf(JSON.replace("42", "[" + "1,".repeat(100_000) + "1]"));

    assertStartsWith("recipe: seed = [1,1,1,", message);
    assertTrue(message.endsWith(",1,1]: must be a whole number"), message);
    assertTrue(message.length() < 400);
  }

  /// Text for the terminal must not carry commands to it.
  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\r", "\\u001b[2J", "\\u0085", "\\u2028", "\\u2029", "\\u0000"})
  void lineBreaksInTheTextDoNotReachTheMessage(String escape) {
    assertOneLine(messageOf(JSON.replace("\"contain\"", "\"a" + escape + "b\"")));
    assertOneLine(messageOf(JSON.replace("\"fit\"", "\"a" + escape + "b\"")));
    assertOneLine(messageOf(JSON.replace("cutmix", "a" + escape + "b")));
    assertOneLine(messageOf(JSON.replace("keras-cv", "a" + escape + "b")));
  }

  private static String line(String json) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
    return line(packed);
  }

  private static String line(ByteArrayOutputStream packed) {
    return "mixoscope:" + Base64.getUrlEncoder().encodeToString(packed.toByteArray());
  }

  private static String messageOf(String text) {
    String message = assertThrows(RecipeException.class, () -> RecipeText.parse(text)).getMessage();
    assertOneLine(message);
    return message;
  }

  private static void assertOneLine(String message) {
    assertTrue(message.matches("recipe: [^\\p{Cc}\\u2028\\u2029]+"), message);
  }

  private static void assertStartsWith(String start, String text) {
    assertTrue(text.startsWith(start), text);
  }
}

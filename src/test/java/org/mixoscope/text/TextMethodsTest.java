package org.mixoscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.mixoscope.kernel.Draw;
import org.mixoscope.text.TextComposition.Span;

class TextMethodsTest {
  private static final List<String> SIGNS = List.of(" ", ", ", ". ", "! ", " — ", "。", "\n\n");

  /// Texts of words that say of which text they are and which word: `c12`.
  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(
            words -> Arbitraries.of(SIGNS).list().ofSize(words).map(signs -> List.copyOf(signs)))
        .list()
        .ofMinSize(2)
        .ofMaxSize(5)
        .map(
            all ->
                IntStream.range(0, all.size())
                    .mapToObj(k -> text((char) ('a' + k), all.get(k)))
                    .toList());
  }

  private static String text(char letter, List<String> signs) {
    return IntStream.range(0, signs.size())
        .mapToObj(i -> letter + "" + i + signs.get(i))
        .collect(Collectors.joining());
  }

  @Property(tries = 300)
  void everyMixIsOfWordsOfItsSourcesAndSharesAreTheirCounts(
      @ForAll("texts") List<String> texts,
      @ForAll TextMethodType type,
      @ForAll @DoubleRange(min = 0.01, max = 50) double alpha,
      @ForAll @IntRange(min = 2, max = 40) int pieces,
      @ForAll long seed) {
    TextRecipe recipe = recipe(type.make(alpha, pieces), seed, texts);
    MixedText mix = recipe.mix();
    List<String> words = PassageTest.words(Passage.of("mix", mix.text()));

    assertEquals(1, sum(mix.composition().shares()), 1e-12);
    assertEquals(1, sum(mix.label()), 1e-12);
    assertEquals(mix.composition().shares(), mix.label());
    assertEquals(words.size(), mix.composition().words());
    for (int k = 0; k < mix.composition().shares().size(); k++) {
      String letter = Character.toString('a' + k);
      double counted = words.stream().filter(word -> word.startsWith(letter)).count();
      assertEquals(counted / words.size(), mix.composition().shares().get(k));
    }
    assertEquals(words, ofSpans(mix.composition().spans()));
    assertEquals(Passage.of("mix", mix.text()).words(), mix.composition().stretches());
    assertEquals(mix, recipe(type.make(alpha, pieces), seed, texts).mix());
  }

  private static List<String> ofSpans(List<Span> spans) {
    List<String> words = new ArrayList<>();
    for (Span span : spans) {
      assertEquals(words.size(), span.start());
      for (int i = 0; i < span.end() - span.start(); i++) {
        words.add((char) ('a' + span.source()) + "" + (span.from() + i));
      }
    }
    return words;
  }

  @Property(tries = 200)
  void spanIsWhereItWasPlaced(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(max = 40) int words,
      @ForAll @IntRange(min = -3, max = 40) int inA,
      @ForAll @IntRange(min = -3, max = 40) int inB) {
    Passage a = Passage.of("A", texts.get(0));
    Passage b = Passage.of("B", texts.get(1));
    Draw draw = SpanCutMix.placed(new Draw(0.5, 0, 0), a, b, words, inA, inB);
    SpanCutMix.Place place = SpanCutMix.place(draw, a, b);
    int fitting = Math.min(words, Math.min(a.size(), b.size()));

    assertEquals(fitting, place.words());
    assertEquals(Math.clamp(inA, 0, a.size() - fitting), place.inA());
    assertEquals(Math.clamp(inB, 0, b.size() - fitting), place.inB());
  }

  @Property(tries = 200)
  void lambdaOneIsAAndZeroIsAllOfB(@ForAll("texts") List<String> texts, @ForAll long seed) {
    for (TextMethod method : List.of(new SpanCutMix(1), new WordMix(1))) {
      TextRecipe recipe = recipe(method, seed, texts);
      Passage a = Passage.of("A", texts.get(0));
      Passage b = Passage.of("B", texts.get(1));

      assertEquals(texts.get(0), recipe.with(recipe.draw().withLambda(1)).mix().text());
      double least = recipe.with(recipe.draw().withLambda(0)).mix().effectiveLambda();
      assertEquals((double) Math.max(0, a.size() - b.size()) / a.size(), least, 1e-12);
    }
  }

  @Property(tries = 100)
  void wordsOnlyChangeToBAsLambdaFalls(
      @ForAll("texts") List<String> texts,
      @ForAll long seed,
      @ForAll @Size(2) List<@DoubleRange(min = 0, max = 1) Double> lambdas) {
    TextRecipe recipe = recipe(new WordMix(1), seed, texts);
    List<String> more = wordsAt(recipe, Math.max(lambdas.get(0), lambdas.get(1)));
    List<String> less = wordsAt(recipe, Math.min(lambdas.get(0), lambdas.get(1)));

    for (int i = 0; i < more.size(); i++) {
      assertTrue(more.get(i).startsWith("a") || less.get(i).startsWith("b"));
    }
  }

  private static List<String> wordsAt(TextRecipe recipe, double lambda) {
    String text = recipe.with(recipe.draw().withLambda(lambda)).mix().text();
    return PassageTest.words(Passage.of("mix", text));
  }

  /// S1's case that is 0/0 elsewhere.
  @Property(tries = 50)
  void fourTextsOfFourSentencesWithAlphaAHalfHaveSharesOfQuarters(@ForAll long seed) {
    List<String> texts =
        List.of("a1. A2. A3. A4.", "b1. B2. B3. B4.", "c1. C2. C3. C4.", "d1. D2. D3. D4.");
    TextComposition mix = recipe(new SentenceMix(0.5, 4), seed, texts).mix().composition();

    assertEquals(4, mix.words());
    for (double share : mix.shares()) {
      assertEquals(Math.rint(4 * share), 4 * share);
    }
  }

  @Example
  void weightOfZeroGetsNothingAndLabelsSayThat() {
    List<String> texts = List.of("a1. A2.", "b1. B2.", "c1. C2.", "d1. D2.");
    TextRecipe recipe = recipe(new SentenceMix(1, 4), 7, texts);
    MixedText mix = recipe.with(recipe.draw().withWeights(List.of(0.0, 0.0, 1.0, 0.0))).mix();

    assertEquals("c1. C2.", mix.text());
    assertEquals(List.of(0.0, 0.0, 1.0, 0.0), mix.label());
  }

  @Example
  void whatLiesBetweenStaysWithItsText() {
    List<String> texts = List.of("One, two; three: four.", "eins-zwei (drei) vier!");
    TextRecipe recipe = recipe(new SpanCutMix(1), 7, texts);
    List<Passage> passages = recipe.passages();
    Draw draw = SpanCutMix.placed(recipe.draw(), passages.get(0), passages.get(1), 2, 1, 1);
    MixedText mix = recipe.with(draw).mix();

    assertEquals("One, zwei (drei: four.", mix.text());
    assertEquals(
        List.of(new Span(0, 0, 1, 0), new Span(1, 1, 3, 1), new Span(0, 3, 4, 3)),
        mix.composition().spans());
    assertEquals(List.of(0.5, 0.5), mix.label());
  }

  @Example
  void sentencesKeepTheirQuotationMarksAndSpaces() {
    List<String> texts = List.of("Go. “Stay!” (Or not.)", "今天很好。“走吧！”你来吗？");
    for (int seed = 0; seed < 20; seed++) {
      String text = recipe(new SentenceMix(1, 3), seed, texts).mix().text();

      assertTrue(text.startsWith("Go. ") || text.startsWith("今天很好。"), text);
      assertTrue(text.endsWith("(Or not.)") || text.endsWith("你来吗？"), text);
      assertTrue(text.contains("“Stay!” ") || text.contains("“走吧！”"), text);
    }
  }

  @Example
  void lengthsThatDifferAreSaid() {
    String longer = "one two three four five";
    assertNotes(
        new SpanCutMix(1),
        longer,
        "b",
        "5 words were to be replaced, but B has only 1: the span is" + " that long");
    assertNotes(new SpanCutMix(1), "a", longer);
    assertNotes(new WordMix(1), longer, "b c", "A has 5 words and B 2: the last 3 of A stay A's");
    assertNotes(new WordMix(1), "a", "b c", "A has 1 word and B 2: the last 1 of B has no place");
    assertNotes(
        new SentenceMix(1, 4),
        "One. Two. Three.",
        "One. Two.",
        "pieces = 4: B has 2 sentences, so every text is cut into 2");
    assertNotes(
        new SentenceMix(1, 4),
        longer,
        "One. Two. Three.",
        "A has 1 sentence: it is cut into 3 pieces between words");
  }

  private static void assertNotes(TextMethod method, String a, String b, String... notes) {
    TextRecipe recipe = recipe(method, 7, List.of(a, b));
    TextComposition mix = recipe.with(recipe.draw().withLambda(0)).mix().composition();

    assertEquals(List.of(notes), mix.notes().stream().map(Object::toString).toList());
  }

  /// Texts of one word, of many, with marks that combine, signs of two code units, from right to
  /// left, with breaks of Windows, and of scripts with and without room between words.
  private static final List<String> KINDS =
      List.of(
          "word",
          "The team won, \"at last\" — and sang.\r\nThen it rained.\r\n\r\nAll went home.",
          "cafe\u0301 nai\u0308ve 👩‍👩‍👧 🇫🇷 fin",
          "今天天气很好。我们用Java编程，好吗？",
          "私はTokyoに住んでいます。毎日3キロ走ります！",
          "ฉันรักแมว และ Python มาก",
          "한국어 문장입니다. 두 번째 문장.",
          "مرحبا بالعالم، هذا نص قصير. وهذه جملة ثانية.",
          "שלום עולם, זה טקסט קצר.",
          "हिन्दी में एक वाक्य। दूसरा वाक्य।",
          "𝒳 and 𝒴 are letters 𠮷野家 too",
          "¿Qué? ¡Nada! «Oui», 12 345,6 € … !?");

  @Example
  void wordsOfAnyTextsStayWholeAndApart() {
    for (String a : KINDS) {
      for (String b : KINDS) {
        for (TextMethodType type : TextMethodType.values()) {
          for (long seed = 0; seed < 4; seed++) {
            requireWholeWords(recipe(type.make(1, 4), seed, List.of(a, b)).mix());
          }
        }
      }
    }
  }

  private static void requireWholeWords(MixedText mix) {
    TextComposition made = mix.composition();
    String text = mix.text();
    assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text), text);
    List<Passage.Stretch> again = Passage.of("mix", text).words();
    List<Passage.Stretch> words = made.stretches();
    assertEquals(made.words(), words.size());
    int at = 0;
    for (Span span : made.spans()) {
      List<String> own = PassageTest.words(made.passages().get(span.source()));
      for (int i = 0; i < span.end() - span.start(); i++, at++) {
        String word = text.substring(words.get(at).start(), words.get(at).end());
        assertEquals(own.get(span.from() + i), word);
        if (word.codePoints().allMatch(sign -> UnicodeScript.of(sign) == UnicodeScript.LATIN)) {
          assertTrue(again.contains(words.get(at)), word + " runs together in " + text);
        }
      }
    }
  }

  @Example
  void wordsThatWouldRunTogetherComeApartAndNoOthers() {
    List<String> texts = List.of("用Java编程", "we love 中文");
    TextRecipe recipe = recipe(new SpanCutMix(1), 7, texts);
    List<Passage> passages = recipe.passages();
    List<String> mixes =
        IntStream.range(0, 3)
            .mapToObj(
                i -> SpanCutMix.placed(recipe.draw(), passages.get(0), passages.get(1), 1, 0, i))
            .map(draw -> recipe.with(draw).mix().text())
            .toList();

    assertEquals(List.of("we Java编程", "love Java编程", "中文Java编程"), mixes);
  }

  @Example
  void sourceWithoutALabelWeighsInNoLabel() {
    List<TextSource> sources = List.of(new TextSource("a b c d", "x"), new TextSource("e f", ""));
    MixedText mix = TextRecipe.of(new WordMix(1), 3, sources).mix();

    assertEquals(List.of("x"), mix.classes());
    assertEquals(List.of(1.0), mix.label());
    assertFalse(mix.composition().shares().isEmpty());
  }

  static TextRecipe recipe(TextMethod method, long seed, List<String> texts) {
    List<TextSource> sources =
        IntStream.range(0, texts.size())
            .mapToObj(k -> new TextSource(texts.get(k), "class " + k))
            .toList();
    return TextRecipe.of(method, seed, sources);
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }
}

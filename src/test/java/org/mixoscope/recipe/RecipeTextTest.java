package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

@BesideWindows
class RecipeTextTest {
  /// [Recipes#FULL] as 0.1.0 wrote it, when everything was colour of eight bits and nothing said
  /// so. Files like this are out in the world.
  private static final String OLD_JSON =
      """
      {
        "mixoscope" : 1,
        "method" : {
          "type" : "cutmix",
          "alpha" : 0.3,
          "box-rule" : "keras-cv",
          "correct-lambda" : false
        },
        "draw" : {
          "lambda" : 0.25,
          "u" : 0.5,
          "v" : 0.75,
          "region" : [ -0.25, 0.125, 0.5, 1.125 ]
        },
        "seed" : 42,
        "index" : 7,
        "sources" : [ {
          "image" : "sample:cat",
          "class" : "cat"
        }, {
          "image" : "pictures/cup.jpg",
          "class" : "cup"
        } ],
        "mask" : "sample:mask",
        "frame" : {
          "width" : 640,
          "height" : 480
        },
        "fit" : "contain",
        "blending" : "linear-light",
        "smoothing" : 0.1
      }\
      """;

  private static final Recipe OLD =
      Recipes.FULL.with(PixelKind.RGB8).withWindow(null).with(Decoding.EXACT);

  private static final String FULL_JSON =
      OLD_JSON
          .replace("0.1\n}", "0.1,\n  \"channels\" : 1,\n  \"depth\" : 16\n}")
          .replace(
              " : 16\n}",
              " : 16,\n"
                  + "  \"window\" : {\n"
                  + "    \"low\" : -160.0,\n"
                  + "    \"high\" : 239.5\n"
                  + "  },\n"
                  + "  \"decode\" : \"fast\"\n"
                  + "}");

  @Provide
  Arbitrary<Recipe> recipes() {
    return Recipes.any();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyRecipeComesBackFromItsJson(@ForAll("recipes") Recipe recipe) throws RecipeException {
    assertEquals(recipe, RecipeText.parse(RecipeText.json(recipe)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyRecipeComesBackFromItsLine(@ForAll("recipes") Recipe recipe) throws RecipeException {
    String line = RecipeText.line(recipe);

    assertEquals(recipe, RecipeText.parse(line));
    assertTrue(line.matches("mixoscope:[A-Za-z0-9_-]+"), line);
  }

  @Test
  void sheetComesBackFromBothForms() throws RecipeException {
    Recipe recipe = Recipe.of(new CutMix(1), 3, Recipes.CAT, Recipes.CUP);
    for (Axes axes :
        List.of(
            Axes.METHODS,
            Axes.parse("lambda=0:1:5", "box-rule=all"),
            Axes.parse("alpha=0.10,2", "seed=-3:4"),
            Axes.parse("profile=all", "method=mixup,cutmix"))) {
      RecipeText.Content content = new RecipeText.Content(recipe, axes);
      assertEquals(content, RecipeText.read(content.json()));
      assertEquals(content, RecipeText.read(content.line()));
      assertEquals(recipe, RecipeText.parse(content.line()), "its base");
    }
    String broken = new RecipeText.Content(recipe, Axes.METHODS).json().replace("mixup,", "blur,");
    RecipeException refused = assertThrows(RecipeException.class, () -> RecipeText.read(broken));
    assertTrue(
        refused.getMessage().startsWith("recipe: method.type = blur: must be one of mixup, "),
        refused.getMessage());
  }

  static List<Method> methods() {
    return List.of(
        new Mixup(0.2), new CutMix(1), new CutMix(0.5, BoxRule.UNBIASED, false), new MaskMix());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void optionalFieldsComeAndGoByThemselves(Method method) throws RecipeException {
    Recipe bare = Recipe.of(method, 1, Recipes.CAT, Recipes.CUP);
    Draw placed = Recipes.FULL.draw();
    assertRoundTrip(bare, false, false, false);
    assertRoundTrip(bare.with(placed), true, false, false);
    assertRoundTrip(bare.withMask("m.png"), false, true, false);
    assertRoundTrip(bare.with(new Frame(3, 5), Fit.COVER), false, false, true);
    assertRoundTrip(
        bare.with(placed).withMask("m.png").with(new Frame(5, 3), Fit.STRETCH), true, true, true);
  }

  private static void assertRoundTrip(Recipe recipe, boolean region, boolean mask, boolean frame)
      throws RecipeException {
    String json = RecipeText.json(recipe);
    assertEquals(region, json.contains("\"region\""));
    assertEquals(mask, json.contains("\"mask\" :"));
    assertEquals(frame, json.contains("\"frame\""));
    assertEquals(recipe, RecipeText.parse(json));
    assertEquals(recipe, RecipeText.parse(RecipeText.line(recipe)));
  }

  @ParameterizedTest
  @EnumSource
  void everyBoxRuleHasItsNameInTheText(BoxRule rule) throws RecipeException {
    Recipe recipe = Recipes.FULL.with(new CutMix(1, rule, true));

    assertTrue(RecipeText.json(recipe).contains("\"box-rule\" : \"%s\"".formatted(rule.id())));
    assertEquals(recipe, RecipeText.parse(RecipeText.json(recipe)));
  }

  @Test
  void jsonOfVersionOneStaysAsItIs() {
    assertEquals(FULL_JSON, RecipeText.json(Recipes.FULL).replace("\r\n", "\n"));
  }

  @Test
  void jsonOfVersionOneStaysReadable() throws RecipeException {
    assertEquals(Recipes.FULL, RecipeText.parse(FULL_JSON));
    assertEquals(OLD, RecipeText.parse(OLD_JSON));
  }

  /// Packed by one zlib; another may pack otherwise, but all unpack alike.
  @Test
  void lineOfVersionOneStaysReadable() throws RecipeException {
    String line =
        "mixoscope:eJxtUctuwjAQvPMVVs6EBkpLxa9UHDbOJnFxbMsPoEL8e53dhEZqL3FmZmfHu76vhCgGdb"
            + "NBWoeFOIrtmiiMvW1GfM8wE_Gb5UKmmOuLNdOgXQ8jX21eJ6q2t9InzdVn9BBKeZnrpfUeZSw1DHVDxh"
            + "Z0wCw-KLfxcF2k_pZVm93b1CMxnuGF4WHGHjtlzUh-ipJsWd3ykT_b8V-cnokBkebc7wgq0-BtxAdWbf"
            + "ISA3ebLqUG6Hi6AIPTeJQQn_NpCIH3lEkK-WtzSsbkMbzI5DZfrvvHnByZxYlfA8J5GUiYlNbDgIuFXV"
            + "UT-xG_76upa4-q6yON-FE9x25V5CRrIijD3WqNplGmI0Urg-BLTW5exmBt7Cc973T1-AEDwJCc";

    assertEquals(OLD, RecipeText.parse(line));
  }

  @Test
  void orderOfFieldsSpacesAndNullsForWhatIsOptionalDoNotMatter() throws RecipeException {
    Recipe bare = Recipe.of(new Mixup(1), 3, Recipes.CAT, Recipes.CUP).with(new Draw(1, 0, 0));

    Recipe read =
        RecipeText.parse(
            """


              {"smoothing":0,"fit":"cover","blending":"srgb","frame":null,"mask":null,"index":0,
               "sources":[{"class":" cat ","image":"sample:cat"},
                          {"class":"cup","image":"pictures/cup.jpg"}],
               "seed":3,"draw":{"v":0,"u":0,"lambda":1,"region":null},
               "method":{"alpha":1,"type":"mixup"},"mixoscope":1}\t
            """);

    assertEquals(bare, read);
  }

  @Test
  void lineMayHaveSpacesAroundIt() throws RecipeException {
    String line = " \n" + RecipeText.line(Recipes.FULL) + "\r\n";

    assertEquals(Recipes.FULL, RecipeText.parse(line));
  }

  @Test
  void lineIsShortEnoughToSend() {
    assertTrue(RecipeText.line(Recipes.FULL).length() < 500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", " \n{\"a\":1}", "mixoscope:", "\tmixoscope:AAAA", "mixoscope:?"})
  void whatBeginsLikeARecipeLooksLikeOne(String text) {
    assertTrue(RecipeText.looksLikeOne(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "cat.png", "[]", "http://mixoscope:80", "mixoscope", "Mixoscope:"})
  void otherTextDoesNot(String text) {
    assertFalse(RecipeText.looksLikeOne(text));
  }
}

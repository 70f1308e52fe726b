package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Trait;

class SheetTest {
  private static final Frame FRAME = new Frame(300, 451);
  private static final Recipe BASE =
      Recipe.of(new CutMix(1), 42, Recipes.CAT, Recipes.CUP).withMask("sample:mask");

  @Test
  void allMethodsHaveTheSameLambda() {
    Recipe base = BASE.with(BASE.draw().withLambda(0.6));
    Sheet sheet = sheet(base, "method=all", null);
    assertEquals(MethodType.all().size(), sheet.columns());
    assertEquals(1, sheet.rows());
    for (int k = 0; k < sheet.cells().size(); k++) {
      if (MethodType.all().get(k).uses(Trait.MARKS)) {
        assertEquals(SheetReason.NEEDS_MARKS.of(), sheet.cells().get(k).refusal());
        continue;
      }
      Recipe recipe = recipe(sheet, k);
      assertEquals(MethodType.all().get(k), recipe.method().type());
      if (recipe.method().type().uses(Trait.LAMBDA)) {
        assertEquals(0.6, recipe.draw().lambda(), sheet.cells().get(k).caption());
      }
      assertEquals(base.sources(), recipe.sources());
    }
  }

  @Test
  void theCellWithTheBasesOwnValuesIsTheBase() {
    assertEquals(BASE, recipe(sheet(BASE, "method=cutmix", null), 0));
    assertEquals(BASE, recipe(sheet(BASE, "seed=42", "box-rule=legacy"), 0));
    Recipe byHand = BASE.with(BASE.draw().withLambda(0.3).at(0.1, 0.9));
    assertEquals(byHand, recipe(sheet(byHand, "method=cutmix", null), 0));
  }

  @Test
  void seedsDrawsAndAlphaDrawTheirOwnLambda() {
    Recipe byHand = BASE.with(BASE.draw().withLambda(0.3));
    assertEquals(BASE.drawn(3), recipe(sheet(byHand, "draw=0:5", null), 3));
    assertEquals(BASE.seeded(2), recipe(sheet(byHand, "seed=1:5", null), 1));
    Sheet alphas = sheet(byHand, "alpha=0.2,1,8", null);
    assertEquals(BASE.retuned(new CutMix(8)), recipe(alphas, 2));
    assertNotEquals(recipe(alphas, 0).draw().lambda(), recipe(alphas, 2).draw().lambda());
  }

  @Test
  void cellsLieRowByRow() {
    Sheet sheet = sheet(BASE, "lambda=0.2,0.5,0.8", "method=mixup,cutmix");
    assertEquals(List.of(3, 2), List.of(sheet.columns(), sheet.rows()));
    Sheet.Cell last = sheet.cells().get(5);
    assertEquals(List.of(2, 1), List.of(last.column(), last.row()));
    assertEquals("λ = 0.8 · cutmix", last.caption());
    assertEquals(0.8, recipe(sheet, 5).draw().lambda());
    assertEquals("cutmix", recipe(sheet, 5).method().type().id());
  }

  @Test
  void eitherOrderOfAxesMakesTheSameRecipes() {
    for (String[] pair :
        new String[][] {
          {"method=mixup,cutmix", "alpha=0.2,3"},
          {"method=mixup,cutmix", "profile=timm-1.0.28,kornia"},
          {"seed=1:2", "lambda=0.2,0.8"},
          {"draw=0:1", "method=fmix,gridmix"},
          {"profile=fastai,keras-3", "lambda=0.1,0.4"}
        }) {
      Sheet one = sheet(BASE, pair[0], pair[1]);
      Sheet other = sheet(BASE, pair[1], pair[0]);
      assertEquals(recipe(one, 1), recipe(other, 2), pair[0] + " " + pair[1]);
      assertEquals(recipe(one, 2), recipe(other, 1), pair[0] + " " + pair[1]);
    }
  }

  @Test
  void whatAMethodHasNotIsRefusedInItsCellOnly() {
    Sheet sheet = sheet(BASE, "method=cutmix,mask", "alpha=0.5");
    assertNotNull(sheet.cells().get(0).recipe());
    assertNull(sheet.cells().get(1).recipe());
    assertEquals(
        "alpha: mask has no such parameter",
        Objects.requireNonNull(sheet.cells().get(1).refusal()).text());
    Sheet masks = sheet(BASE.withMask(null), "method=mixup,mask", null);
    assertEquals(
        "mask: this method needs one",
        Objects.requireNonNull(masks.cells().get(1).refusal()).text());
    Sheet frameworks =
        sheet(Recipe.of(new Mixup(1), 1, Recipes.CAT, Recipes.CUP), "profile=all", null);
    assertEquals(
        "method = mixup: clovaai-2019 has only cutmix",
        Objects.requireNonNull(frameworks.cells().get(3).refusal()).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alpha=1      | alpha=2     | alpha: across and down must be two variables
          profile=all  | alpha=1     | profile and alpha: a profile has settings and a first draw of its own
          seed=1:100   | draw=0:4    | 100 × 5 cells are too many; at most 400
          decay=1,2    |             | decay: cutmix has no such parameter
          """)
  void whatCannotBeASheetIsSaid(String across, String down, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> sheet(BASE, across, down)).getMessage());
  }

  @Test
  void methodsWithoutLambdaDrawAsTheyDo() {
    Sheet sheet = sheet(BASE, "method=mosaic", null);
    assertEquals(BASE.retuned(MethodType.of("mosaic")), recipe(sheet, 0));
  }

  @Test
  void whatIsEmptyIsLeftOutWithItsReason() {
    Sheet sheet = sheet(BASE, "alpha=0.5,1", "method=mixup,mosaic,cutmix,mask");
    Sheet.Shown shown = sheet.shown(recipe -> null);
    assertEquals(Axes.parse("alpha=0.5,1", "method=mixup,cutmix"), shown.sheet().axes());
    assertEquals(
        List.of(
            "mosaic is left out: alpha: mosaic has no such parameter",
            "mask is left out: alpha: mask has no such parameter"),
        shown.omitted().stream().map(Sheet.Omission::text).toList());
    assertEquals(recipe(sheet, 5), recipe(shown.sheet(), 3));
    assertEquals(1, shown.sheet().cells().get(3).row());
    Objection lacking = SheetReason.NEEDS_MARKS.of();
    Sheet.Shown less = sheet.shown(one -> one.method() instanceof CutMix ? lacking : null);
    assertEquals(1, less.sheet().rows());
    assertEquals(lacking, less.omitted().get(1).why());
    // A column is left out as a row is; a cell whose row and column are not stays, with its reason.
    Sheet turned = sheet(BASE, "method=mosaic,mixup", "alpha=0.5");
    assertEquals(1, turned.shown(recipe -> null).sheet().columns());
    Sheet holed = sheet.shown(one -> one.equals(recipe(sheet, 0)) ? lacking : null).sheet();
    assertEquals(lacking, holed.cells().getFirst().refusal());
    assertEquals(4, holed.cells().size());
    Sheet.Shown nothing = sheet.shown(recipe -> lacking);
    assertEquals(8, nothing.sheet().cells().size());
    assertEquals(List.of(), nothing.omitted());
  }

  private static Sheet sheet(Recipe base, String across, @Nullable String down) {
    return Sheet.of(base, FRAME, Axes.parse(across, down == null ? "" : down));
  }

  private static Recipe recipe(Sheet sheet, int k) {
    return Objects.requireNonNull(sheet.cells().get(k).recipe());
  }
}

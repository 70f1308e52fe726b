package org.mixoscope.recipe.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Code for the libraries that people train with.
@BesideWindows
class LibraryCodeTest {
  private static final Frame FRAME = new Frame(30, 40);
  private static final List<Source> PAIR =
      List.of(new Source("sample:cat", "cat"), new Source("sample:coffee", "coffee"));

  private static Recipe recipe(Method method) {
    return Recipe.of(method, 42, PAIR);
  }

  private static String code(CodeTarget target, Recipe recipe) {
    return target.write(recipe, FRAME).orElseThrow();
  }

  @Test
  void torchvision() {
    assertEquals(
        """
        # Mixoscope's cutmix: alpha 1.0, box-rule legacy, correct-lambda true
        # torchvision draws anew for every batch; the one mix of Mixoscope is not repeated.
        from torch.utils.data import default_collate
        from torchvision.transforms import v2

        mix = v2.CutMix(alpha=1.0, num_classes=2)  # num_classes: those of your data set


        def collate(samples):
            return mix(*default_collate(samples))


        # loader = DataLoader(dataset, batch_size=64, shuffle=True, collate_fn=collate)
        """,
        code(CodeTarget.TORCHVISION, recipe(new CutMix(1))));
  }

  @Test
  void timmWithEveryArgumentThatMatters() {
    assertEquals(
        """
        # Mixoscope's cutmix: alpha 0.5, box-rule timm-1.0.29, correct-lambda false
        # timm draws anew for every batch; the one mix of Mixoscope is not repeated.
        # Boxes of box-rule timm-1.0.29: those of timm>=1.0.29.
        from timm.data import Mixup

        mix = Mixup(
            mixup_alpha=0.0,
            cutmix_alpha=0.5,
            cutmix_minmax=None,
            prob=1.0,
            switch_prob=0.5,
            mode="batch",
            correct_lam=False,
            label_smoothing=0.1,
            num_classes=2,  # those of your data set
        )

        # for images, targets in loader:  # of even batches, targets are class indices
        #     images, targets = mix(images, targets)
        """,
        code(
            CodeTarget.TIMM,
            recipe(new CutMix(0.5, BoxRule.TIMM_1_0_29, false)).withSmoothing(0.1)));
  }

  @Test
  void keras() {
    assertEquals(
        """
        # Mixoscope's mixup: alpha 0.2
        # keras draws anew for every sample; the one mix of Mixoscope is not repeated.
        import keras

        mix = keras.layers.MixUp(alpha=0.2)

        # labels = keras.ops.one_hot(classes, num_classes)  # index labels would be blended as numbers
        # mixed = mix({"images": images, "labels": labels}, training=True)
        """,
        code(CodeTarget.KERAS, recipe(new Mixup(0.2))));
  }

  @Test
  void whereALibraryDiffersACommentSaysSo() {
    Recipe unbiased = recipe(new CutMix(0.5, BoxRule.UNBIASED, false)).withSmoothing(0.1);
    String torchvision = code(CodeTarget.TORCHVISION, unbiased);
    assertTrue(
        torchvision.contains("# Boxes: torchvision's are those of box-rule legacy, not unb"));
    assertTrue(torchvision.contains("# Label: torchvision's always follows the pixels."));
    assertTrue(torchvision.contains("CrossEntropyLoss(label_smoothing=0.1)"));
    assertTrue(
        code(CodeTarget.TIMM, unbiased).contains("# Boxes: timm's, not those of box-rule u"));

    String keras = code(CodeTarget.KERAS, recipe(new CutMix(0.5)));
    assertTrue(keras.contains("keras.layers.CutMix(factor=(0.5, 0.5))"), keras);
    assertTrue(keras.contains("# Boxes: those of box-rule keras-3, not legacy."), keras);
    assertTrue(keras.contains("# Label: keras's is λ as drawn"), keras);
    String above = code(CodeTarget.KERAS, recipe(new CutMix(2)));
    assertTrue(above.contains("keras_cv.layers.CutMix(alpha=2.0)"), above);
    String same = code(CodeTarget.KERAS, recipe(new CutMix(1, BoxRule.KERAS_CV, false)));
    assertTrue(!same.contains("Boxes") && !same.contains("Label:"), same);

    Recipe linear = recipe(new Mixup(1)).with(Blending.LINEAR_LIGHT);
    for (CodeTarget target : List.of(CodeTarget.TORCHVISION, CodeTarget.TIMM, CodeTarget.KERAS)) {
      assertTrue(code(target, linear).contains("cannot blend in linear light"), target.id());
    }
  }

  @Test
  void minMaxIsOfTimmOnly() {
    Recipe recipe = recipe(new CutMixMinMax(0.2, 0.8));
    assertTrue(code(CodeTarget.TIMM, recipe).contains("cutmix_minmax=(0.2, 0.8)"));
    assertEquals(Optional.empty(), CodeTarget.TORCHVISION.write(recipe, FRAME));
    assertEquals(Optional.empty(), CodeTarget.KERAS.write(recipe, FRAME));
  }

  @Test
  void librariesHaveOnlyWhatTheyHave() {
    assertEquals("mixup cutmix", having(CodeTarget.TORCHVISION));
    assertEquals("mixup cutmix cutmix-minmax", having(CodeTarget.TIMM));
    assertEquals("mixup cutmix fmix mosaic", having(CodeTarget.KERAS));
  }

  private static String having(CodeTarget target) {
    return String.join(
        " ",
        MethodType.all().stream()
            .filter(type -> target.write(recipe(type.initial()), FRAME).isPresent())
            .map(MethodType::id)
            .toList());
  }

  @Test
  void pythonCompiles(@TempDir Path folder) throws Exception {
    assumeTrue(hasPython(), "no python3 here");
    Recipe odd = recipe(new Mixup(1e-7)).withSmoothing(1e-9);
    List<Recipe> recipes =
        Stream.concat(
                MethodType.all().stream().map(type -> recipe(type.initial())),
                Stream.of(odd, recipe(new CutMix(3, BoxRule.KERAS_CV, false)).withSmoothing(0.1)))
            .toList();
    int files = 0;
    for (Recipe recipe : recipes) {
      for (CodeTarget target : List.of(CodeTarget.TORCHVISION, CodeTarget.TIMM, CodeTarget.KERAS)) {
        Optional<String> code = target.write(recipe, FRAME);
        if (code.isPresent()) {
          Files.writeString(folder.resolve("snippet%d.py".formatted(files++)), code.get());
        }
      }
    }
    Process python =
        new ProcessBuilder("python3", "-m", "compileall", "-q", folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes());
    assertEquals(0, python.waitFor(), said);
    assertTrue(files > 10, "snippets were written");
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}

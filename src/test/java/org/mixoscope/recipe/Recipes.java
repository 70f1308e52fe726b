package org.mixoscope.recipe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;

/// Recipes for tests.
final class Recipes {
  static final Source CAT = new Source("sample:cat", "cat");
  static final Source CUP = new Source("pictures/cup.jpg", "cup");

  /// Every field at a value of its own, every optional one present.
  static final Recipe FULL =
      new Recipe(
          new CutMix(0.3, BoxRule.KERAS_CV, false),
          new Draw(0.25, 0.5, 0.75, new Region(-0.25, 0.125, 0.5, 1.125)),
          42,
          7,
          List.of(CAT, CUP),
          "sample:mask",
          new Frame(480, 640),
          Fit.CONTAIN,
          Blending.LINEAR_LIGHT,
          0.1,
          new PixelKind(1, ElementType.UINT16),
          new Levels(-160, 239.5),
          null,
          Decoding.FAST);

  private Recipes() {}

  /// Any recipe that there can be.
  static Arbitrary<Recipe> any() {
    return Combinators.combine(
            methods(),
            draws(),
            Arbitraries.longs(),
            Arbitraries.longs().greaterOrEqual(0),
            sources().list().ofSize(2),
            texts().injectNull(0.5))
        .flatAs(
            (method, draw, seed, index, sources, mask) ->
                Combinators.combine(
                        frames().injectNull(0.5),
                        Arbitraries.of(Fit.class),
                        Arbitraries.of(Blending.class),
                        doubles(0, Math.nextDown(1.0)),
                        kinds(),
                        levels().injectNull(0.5))
                    .as(
                        (frame, fit, blending, smoothing, kind, window) ->
                            new Recipe(
                                method,
                                draw,
                                seed,
                                index,
                                sources,
                                mask,
                                frame,
                                fit,
                                blending,
                                smoothing,
                                kind,
                                window,
                                null,
                                Decoding.EXACT))
                    .flatMap(recipe -> Arbitraries.of(Decoding.class).map(recipe::with)));
  }

  private static Arbitrary<Levels> levels() {
    Arbitrary<Double> ends =
        Arbitraries.of(-1024.0, -1 / 3.0, 0.0, 239.5, Double.MIN_VALUE, 1e300, 65535.0);
    return Combinators.combine(ends, ends).as((a, b) -> new Levels(Math.min(a, b), Math.max(a, b)));
  }

  private static Arbitrary<PixelKind> kinds() {
    return Combinators.combine(
            Arbitraries.of(1, 3), Arbitraries.of(ElementType.UINT8, ElementType.UINT16))
        .as(PixelKind::new);
  }

  private static Arbitrary<Method> methods() {
    Arbitrary<Double> alphas =
        Arbitraries.oneOf(
            doubles(0.001, 100), Arbitraries.of(Double.MIN_VALUE, 1 / 3.0, Double.MAX_VALUE));
    return Arbitraries.oneOf(
        alphas.map(Mixup::new),
        Combinators.combine(alphas, Arbitraries.of(BoxRule.class), Arbitraries.of(true, false))
            .as(CutMix::new),
        Arbitraries.just(new MaskMix()));
  }

  private static Arbitrary<Draw> draws() {
    return Combinators.combine(
            doubles(0, 1),
            doubles(0, Math.nextDown(1.0)),
            doubles(0, Math.nextDown(1.0)),
            regions().injectNull(0.5))
        .as(Draw::new);
  }

  private static Arbitrary<Region> regions() {
    return Combinators.combine(
            doubles(-1000, 1000), doubles(-1000, 1000), doubles(-1000, 1000), doubles(-1000, 1000))
        .as(
            (a, b, c, d) ->
                new Region(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)));
  }

  private static Arbitrary<Frame> frames() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(1, 10_000);
    return Combinators.combine(sides, sides).as(Frame::new);
  }

  private static Arbitrary<Source> sources() {
    return Combinators.combine(texts(), texts(), texts().injectNull(0.5)).as(Source::new);
  }

  /// Any text with something to see in it: also quotes, line breaks, Chinese and faces.
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.strings().withChars("\"\\/{}[]\n\r\t\0\u2028 猫αé").ofMaxLength(12),
            Arbitraries.of("猫", "C:\\cats\\b.png", "🐈 \"b\"", "mixoscope:AAAA"))
        .filter(text -> !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static Arbitrary<Double> doubles(double low, double high) {
    return Arbitraries.oneOf(
        Arbitraries.of(low, high), Arbitraries.randomValue(random -> random.nextDouble(low, high)));
  }
}

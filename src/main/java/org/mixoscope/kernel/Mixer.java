package org.mixoscope.kernel;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Applies a composition to pixels: `out(y,x) = Σₖ Wₖ(y,x) · sourceₖ(y,x)`.
///
/// uint8 values are computed as timm's collate does, bit for bit: weights and products in float32,
/// rounded half to even. uint16 is rounded half to even too, from products and sums in float64;
/// floats are computed in their own type. A weight of 1 copies bytes. Sources are never changed.
public final class Mixer {
  private Mixer() {}

  /// [#mix(Composition, Blending, List, Pixels, Workspace)] into new heap memory, blending stored
  /// values.
  public static Pixels mix(Composition composition, List<Pixels> sources) {
    return mix(composition, Blending.SRGB, sources);
  }

  /// [#mix(Composition, Blending, List, Pixels, Workspace)] into new heap memory.
  public static Pixels mix(Composition composition, Blending blending, List<Pixels> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources: none given");
    }
    Pixels out = sources.getFirst().allocateLike();
    mix(composition, blending, sources, out);
    return out;
  }

  /// [#mix(Composition, Blending, List, Pixels, Workspace)] with a workspace for this once.
  public static void mix(
      Composition composition, Blending blending, List<Pixels> sources, Pixels out) {
    mix(composition, blending, sources, out, new Workspace());
  }

  /// Mixes into memory that the caller owns.
  ///
  /// @param composition its frame and number of sources must be those of the pixels
  /// @param blending in which light to blend; copied pixels do not depend on it
  /// @param sources all of one frame, channel count, type and layout. Not modified
  /// @param out of the same shape, type and layout, sharing no memory with a source. Modified
  /// @param workspace scratch; used again, nothing is allocated
  /// @throws IllegalArgumentException if a shape, type, layout or count differs
  public static void mix(
      Composition composition,
      Blending blending,
      List<Pixels> sources,
      Pixels out,
      Workspace workspace) {
    check(composition, sources, out);
    switch (composition) {
      case Blend blend -> BlendLoops.blend(blend, blending, sources, out, workspace);
      case Patchwork patchwork -> PasteLoops.paint(patchwork, sources, out, workspace);
      case Matte matte ->
          MatteLoops.blend(
              matte,
              blending,
              MoveLoops.moved(matte, sources, patch -> patch, workspace),
              out,
              workspace);
    }
  }

  /// Mixes what cannot be blended, such as a map of class indices: every pixel is taken from the
  /// source that has the largest weight there, resized patches from its nearest pixel.
  ///
  /// @param composition its frame and number of sources must be those of the maps
  /// @param sources all of one frame, channel count, type and layout. Not modified
  /// @param out of the same shape, type and layout, sharing no memory with a source. Modified
  /// @param workspace scratch; used again, nothing is allocated
  /// @throws IllegalArgumentException if a shape, type, layout or count differs
  public static void take(
      Composition composition, List<Pixels> sources, Pixels out, Workspace workspace) {
    check(composition, sources, out);
    TakeLoops.take(composition, sources, out, workspace);
  }

  /// Maps where a matte weighs them, as they are or moved by the nearest pixels.
  ///
  /// @param sources as for [#take]. Not modified
  /// @return the same where nothing is moved; else new heap memory, 0 where nothing of a map is
  /// @throws IllegalArgumentException if a shape, type, layout or count differs
  public static List<Pixels> moved(Matte matte, List<Pixels> sources) {
    check(matte, sources, sources.getFirst());
    return MoveLoops.moved(matte, sources, Patch::nearest, new Workspace());
  }

  /// One pixel of what [#mix(Composition, Blending, List, Pixels, Workspace)] makes, to the byte,
  /// without the others.
  ///
  /// @param composition for the frame of the sources
  /// @param sources all of one frame, channel count, type and layout. Not modified
  /// @return 1×1 pixels
  /// @throws IllegalArgumentException if a shape, type, layout or count differs
  /// @throws IndexOutOfBoundsException if the pixel is not there
  public static Pixels pixelAt(
      Composition composition, Blending blending, List<Pixels> sources, int y, int x) {
    check(composition, sources, sources.getFirst());
    Objects.checkIndex(y, composition.frame().height());
    Objects.checkIndex(x, composition.frame().width());
    List<Pixels> pixels =
        IntStream.range(0, sources.size())
            .mapToObj(
                k ->
                    composition instanceof Matte matte
                        ? MoveLoops.pixelAt(matte, sources, k, y, x)
                        : sources.get(k).pixelAt(y, x))
            .toList();
    return switch (composition) {
      case Blend blend -> mix(new Blend(new Frame(1, 1), blend.weights()), blending, pixels);
      case Patchwork patchwork -> PasteLoops.pixelAt(patchwork.patches(), sources, y, x);
      case Matte matte -> mix(matte.at(y, x), blending, pixels);
    };
  }

  private static void check(Composition composition, List<Pixels> sources, Pixels out) {
    if (sources.size() != composition.sources()) {
      throw new IllegalArgumentException(
          "sources = %d: the composition mixes %d"
              .formatted(sources.size(), composition.sources()));
    }
    if (!out.frame().equals(composition.frame())) {
      throw new IllegalArgumentException(
          "out = %s: the composition is for %s".formatted(out, composition.frame()));
    }
    for (int k = 0; k < sources.size(); k++) {
      if (!sources.get(k).sameShape(out)) {
        throw new IllegalArgumentException(
            "source %d = %s: must be %s like the output".formatted(k, sources.get(k), out));
      }
    }
  }
}

package org.mixoscope.app.state;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;

/// Paints what the screen shows. All of it is mixing: a view of the weights mixes plain colours, a
/// highlight mixes the other sources paled.
final class Painter {
  private static final int PALE = 0x8C8C8C;
  private static final double KEPT = 0.3;

  private final Workspace workspace = new Workspace(Runtime.getRuntime().availableProcessors());
  private List<Pixels> colours = List.of();
  private @Nullable Paled paled;

  /// Sources, and the same without much of their colour.
  private record Paled(List<Pixels> sources, List<Pixels> pale) {}

  /// @param highlight a source that stands out, or anything else
  /// @param out of the frame's size, BGRA. Modified
  void paint(
      View view,
      Highlight highlight,
      Prepared ready,
      Outcome outcome,
      Blending blending,
      Pixels out) {
    if (view instanceof View.Alone(int k)) {
      Pixels alone = ready.screen().get(Math.min(k, ready.screen().size() - 1));
      Mixer.mix(new Blend(out.frame(), List.of(1.0)), Blending.SRGB, List.of(alone), out);
      return;
    }
    Composition composition = outcome.composition();
    List<Pixels> all =
        view.equals(View.MIXED)
            ? outcome.sources(ready.screen())
            : colours(ready, composition.sources());
    List<Pixels> sources = all;
    if (highlight instanceof Highlight.Source(int k) && k < sources.size()) {
      List<Pixels> pale = paled(ready, all);
      sources =
          IntStream.range(0, composition.sources())
              .mapToObj(i -> i == k ? all.get(i) : pale.get(i))
              .toList();
    }
    Mixer.mix(composition, blending, sources, out, workspace);
  }

  /// A picture of its colour for every source, made once for a frame.
  private List<Pixels> colours(Prepared ready, int count) {
    if (colours.size() != count || !colours.getFirst().frame().equals(ready.inputs().frame())) {
      colours =
          IntStream.range(0, count).mapToObj(k -> ready.uniform(SourceColour.of(k).rgb())).toList();
    }
    return colours;
  }

  /// Made once for the same pictures.
  private List<Pixels> paled(Prepared ready, List<Pixels> sources) {
    Paled known = paled;
    if (known == null || !known.sources().equals(sources)) {
      Frame frame = ready.inputs().frame();
      Blend blend = new Blend(frame, List.of(KEPT, 1 - KEPT));
      Pixels grey = ready.uniform(PALE);
      known =
          new Paled(
              sources,
              sources.stream().map(source -> Mixer.mix(blend, List.of(source, grey))).toList());
      paled = known;
    }
    return known.pale();
  }
}

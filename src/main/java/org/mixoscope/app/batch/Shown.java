package org.mixoscope.app.batch;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;

/// A sample that was written, as the screen shows it.
///
/// @param index its number
/// @param method the id of what mixed it
/// @param classes those of its sources, each once, its own first
/// @param label how much of each the label has
/// @param colours of the sources that the classes are those of
/// @param picture as it was written, made small if it is large, BGRA
record Shown(
    long index,
    String method,
    List<String> classes,
    List<Double> label,
    List<SourceColour> colours,
    Pixels picture) {
  private static final int SIDE = 360;

  /// @param encoding as which the picture was written: what that loses is not shown
  static Shown of(Sample sample, DataSet data, Encoding encoding, PictureReader reader)
      throws PictureException {
    List<String> classes = new ArrayList<>();
    List<Double> label = new ArrayList<>();
    List<SourceColour> colours = new ArrayList<>();
    for (int k = 0; k < sample.mix().sources().size(); k++) {
      int source = sample.mix().sources().get(k);
      if (source >= data.size()) {
        continue; // of the background, and without a class
      }
      String name = data.labelOf(source);
      if (!classes.contains(name)) {
        classes.add(name);
        label.add(
            switch (sample.target()) {
              case ClassWeights weights -> weights.weight(data.classOf(source));
              case Quantity _, ClassMap _, Objects _ -> sample.weights().label().get(k);
            });
        colours.add(SourceColour.of(k));
      }
    }
    return new Shown(
        sample.index(),
        sample.mix().method().type().id(),
        List.copyOf(classes),
        List.copyOf(label),
        List.copyOf(colours),
        Prepared.toScreen(small(written(sample.pixels(), encoding, reader))));
  }

  private static Pixels written(Pixels pixels, Encoding encoding, PictureReader reader)
      throws PictureException {
    return encoding instanceof Encoding.Jpeg jpeg
        ? reader.read(jpeg.encode(pixels, null), "a sample").pixels()
        : pixels;
  }

  private static Pixels small(Pixels pixels) {
    double scale = Math.min(1, (double) SIDE / Math.max(pixels.width(), pixels.height()));
    Frame frame =
        new Frame(
            (int) Math.max(1, Math.round(pixels.height() * scale)),
            (int) Math.max(1, Math.round(pixels.width() * scale)));
    return Fitter.fit(pixels, frame, Fit.STRETCH);
  }
}

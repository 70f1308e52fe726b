package org.mixoscope.lab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.LabReason;
import org.mixoscope.lab.Shape;

/// The pictures of a data set, shrunk and held in memory.
///
/// @param examples what could be read
/// @param classes their names
/// @param unreadable why others could not
public record Pictures(Examples examples, List<String> classes, List<Objection> unreadable) {
  private static final Set<TargetKind> TRAINED = Set.of(TargetKind.CLASS, TargetKind.SOFT);
  private static final float WHITE = 255;

  /// Keeps copies of the lists.
  public Pictures {
    classes = List.copyOf(classes);
    unreadable = List.copyOf(unreadable);
  }

  /// Reads them.
  ///
  /// @param data with one class a picture, or soft labels
  /// @param fit how those of another size are brought to the frame
  /// @throws RefusedException if they are labelled with something else, or none can be read
  public static Pictures read(DataSet data, Frame frame, Fit fit, PictureReader reader) {
    TargetKind kind = data.findings().target();
    if (!TRAINED.contains(kind)) {
      throw new RefusedException(LabReason.NO_CLASSES.of(kind.id()));
    }
    PixelKind wanted = data.census(reader).channels() == 1 ? PixelKind.GREY8 : PixelKind.RGB8;
    List<Object> read =
        IntStream.range(0, data.size())
            .parallel()
            .mapToObj(i -> read(data, i, frame, fit, wanted, reader))
            .toList();
    List<float[]> inputs = new ArrayList<>();
    List<double[]> labels = new ArrayList<>();
    List<Objection> unreadable = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      switch (read.get(i)) {
        case float[] input -> {
          inputs.add(input);
          labels.add(data.weights(i).map(ClassWeights::toArray).orElseThrow());
        }
        case Objection objection -> unreadable.add(objection);
        default -> throw new IllegalStateException("neither pixels nor why not");
      }
    }
    if (inputs.isEmpty()) {
      throw new RefusedException(unreadable.getFirst());
    }
    return new Pictures(
        new Examples(
            new Shape(wanted.channels(), frame.height(), frame.width()),
            inputs.toArray(float[][]::new),
            labels.toArray(double[][]::new)),
        data.classes(),
        unreadable);
  }

  private static Object read(
      DataSet data, int index, Frame frame, Fit fit, PixelKind wanted, PictureReader reader) {
    try {
      Pixels pixels = data.read(index, reader, frame, fit, stored -> wanted).pixels();
      int channels = pixels.channels();
      int plane = (int) frame.pixels();
      float[] planes = new float[channels * plane];
      for (int k = 0; k < planes.length; k++) {
        planes[k % channels * plane + k / channels] = pixels.element(k) / WHITE;
      }
      return planes;
    } catch (PictureException e) {
      return e.objection();
    }
  }
}

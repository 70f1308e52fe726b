package org.mixoscope.lab.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
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

  /// Grey where a file is, else colour; alike at the end.
  private static final Wanted EIGHT_BITS =
      stored -> stored.channels() == 1 ? PixelKind.GREY8 : PixelKind.RGB8;

  /// Keeps copies of the lists.
  public Pictures {
    classes = List.copyOf(classes);
    unreadable = List.copyOf(unreadable);
  }

  /// Hears how far reading is, on the thread that asked for it.
  public interface Watch {
    /// Nobody looks.
    Watch NONE = (done, of) -> true;

    /// Some are read.
    ///
    /// @param done how many
    /// @param of all that are to be
    /// @return whether to go on
    boolean read(int done, int of);
  }

  /// Reads all of them.
  ///
  /// @param data with one class a picture, or soft labels
  /// @param fit how those of another size are brought to the frame
  /// @throws RefusedException if they are labelled with something else, or none can be read
  public static Pictures read(DataSet data, Frame frame, Fit fit, PictureReader reader) {
    return read(data, IntStream.range(0, data.size()).toArray(), frame, fit, reader, Watch.NONE);
  }

  /// Reads some of them.
  ///
  /// @param data with one class a picture, or soft labels
  /// @param chosen which, in their order. Not modified
  /// @param fit how those of another size are brought to the frame
  /// @throws RefusedException if they are labelled with something else, or none can be read
  /// @throws CancellationException if the watch says so
  public static Pictures read(
      DataSet data, int[] chosen, Frame frame, Fit fit, PictureReader reader, Watch watch) {
    requireClasses(data);
    Thread asking = Thread.currentThread();
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    List<Object> read =
        IntStream.of(chosen)
            .parallel()
            .mapToObj(
                i -> {
                  int before = done.getAndIncrement();
                  if (Thread.currentThread().equals(asking) && !watch.read(before, chosen.length)) {
                    goesOn.set(false);
                  }
                  return goesOn.get() ? read(data, i, frame, fit, reader) : data;
                })
            .toList();
    if (read.contains(data)) {
      throw new CancellationException();
    }
    List<float[]> inputs = new ArrayList<>();
    List<double[]> labels = new ArrayList<>();
    List<Objection> unreadable = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      switch (read.get(i)) {
        case float[] input -> {
          inputs.add(input);
          labels.add(data.weights(chosen[i]).map(ClassWeights::toArray).orElseThrow());
        }
        case Objection objection -> unreadable.add(objection);
        default -> throw new IllegalStateException("neither pixels nor why not");
      }
    }
    if (inputs.isEmpty()) {
      throw new RefusedException(unreadable.getFirst());
    }
    int most = inputs.stream().mapToInt(input -> input.length).max().orElseThrow();
    Shape shape = new Shape(most / (int) frame.pixels(), frame.height(), frame.width());
    float[][] rows = inputs.stream().map(input -> widened(input, most)).toArray(float[][]::new);
    return new Pictures(
        new Examples(shape, rows, labels.toArray(double[][]::new)), data.classes(), unreadable);
  }

  /// @throws RefusedException if pictures have no classes
  static void requireClasses(DataSet data) {
    TargetKind kind = data.findings().target();
    if (!TRAINED.contains(kind)) {
      throw new RefusedException(LabReason.NO_CLASSES.of(kind.id()));
    }
  }

  private static Object read(DataSet data, int index, Frame frame, Fit fit, PictureReader reader) {
    try {
      Pixels pixels = data.read(index, reader, frame, fit, EIGHT_BITS).pixels();
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

  /// The same with so many channels, at least as many as there are.
  Pictures with(int channels) {
    Shape shape = examples.shape();
    Shape wide = new Shape(channels, shape.height(), shape.width());
    return new Pictures(
        new Examples(
            wide,
            Stream.of(examples.inputs())
                .map(input -> widened(input, wide.size()))
                .toArray(float[][]::new),
            examples.labels()),
        classes,
        unreadable);
  }

  /// Adds all numbers to a checksum.
  void addTo(CRC32 sum) {
    for (float[] input : examples.inputs()) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * input.length);
      bytes.asFloatBuffer().put(input);
      sum.update(bytes.array());
    }
    for (double[] label : examples.labels()) {
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * label.length);
      bytes.asDoubleBuffer().put(label);
      sum.update(bytes.array());
    }
  }

  /// Grey as colour, where others have colours.
  private static float[] widened(float[] planes, int size) {
    if (planes.length == size) {
      return planes;
    }
    float[] wide = new float[size];
    for (int k = 0; k < size; k++) {
      wide[k] = planes[k % planes.length];
    }
    return wide;
  }
}

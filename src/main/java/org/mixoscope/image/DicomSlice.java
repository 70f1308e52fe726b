package org.mixoscope.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Frame;

/// What the header of a DICOM file says of the series that it is a slice of.
///
/// @param series its identifier; empty if there is none
/// @param instance its number in the series; not a number if there is none
/// @param position of its first pixel in the patient, millimetres along x, y and z; empty if it is
///   not said
/// @param axes the directions of a row and of a column, in six numbers; empty if they are not said
/// @param spacing millimetres between rows, then between columns; empty if it is not said
record DicomSlice(
    Path file,
    String series,
    double instance,
    List<Double> position,
    List<Double> axes,
    List<Double> spacing,
    Frame frame,
    NumberType type,
    int channels,
    Scale scale) {
  private static final int SERIES = 0x0020_000E;
  private static final int INSTANCE = 0x0020_0013;
  private static final int POSITION = 0x0020_0032;
  private static final int AXES = 0x0020_0037;
  private static final int SPACING = 0x0028_0030;

  static DicomSlice of(Path file, byte[] bytes) throws BadData {
    DicomElements elements = new DicomElements(bytes);
    DicomFile slice = DicomFile.open(elements);
    if (slice.pages() > 1) {
      throw new BadData(ImageReason.SEVERAL_FRAMES, slice.pages());
    }
    return new DicomSlice(
        file,
        elements.text(SERIES),
        elements.decimal(INSTANCE, Double.NaN),
        numbers(elements, POSITION, 3),
        numbers(elements, AXES, 6),
        numbers(elements, SPACING, 2),
        slice.frame(),
        slice.type(),
        slice.kind().channels(),
        slice.scale());
  }

  private static List<Double> numbers(DicomElements elements, int tag, int count) throws BadData {
    List<Double> numbers = new ArrayList<>();
    String text = elements.text(tag);
    if (text.isEmpty()) {
      return numbers;
    }
    try {
      for (String one : text.split("\\\\", -1)) {
        numbers.add(Double.parseDouble(one.strip()));
      }
    } catch (NumberFormatException e) {
      throw BadData.damaged();
    }
    return numbers.size() == count ? numbers : List.of();
  }

  /// The direction across the slice.
  ///
  /// @throws IllegalStateException if the axes are not said
  List<Double> normal() {
    if (axes.isEmpty()) {
      throw new IllegalStateException("no axes");
    }
    return List.of(
        axes.get(1) * axes.get(5) - axes.get(2) * axes.get(4),
        axes.get(2) * axes.get(3) - axes.get(0) * axes.get(5),
        axes.get(0) * axes.get(4) - axes.get(1) * axes.get(3));
  }

  /// How far along its normal it lies.
  double depth() {
    List<Double> normal = normal();
    double depth = 0;
    for (int i = 0; i < normal.size(); i++) {
      depth += normal.get(i) * position.get(i);
    }
    return depth;
  }
}

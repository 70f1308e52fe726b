package org.mixoscope.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// The slices of a DICOM series, a file each, in the order in which they lie along the normal of
/// their planes; where files do not say that, in that of their instance numbers.
final class DicomSeries implements PictureStack {
  /// Planes that differ less in direction are parallel.
  private static final double PARALLEL = 1e-3;

  private final PictureReader reader;
  private final List<DicomSlice> slices;
  private int read;

  private DicomSeries(PictureReader reader, List<DicomSlice> slices) {
    this.reader = reader;
    this.slices = slices;
  }

  /// @param folder where the files are, for messages
  /// @param files at least one, in any order
  static DicomSeries open(Path folder, List<Path> files, PictureReader reader)
      throws PictureException {
    List<DicomSlice> slices = new ArrayList<>();
    for (Path file : files) {
      slices.add(reader.slice(file));
    }
    return new DicomSeries(reader, PictureReader.guarded(folder.toString(), () -> sorted(slices)));
  }

  private static List<DicomSlice> sorted(List<DicomSlice> slices) throws BadData {
    long series = slices.stream().map(DicomSlice::series).distinct().count();
    if (series > 1) {
      throw new BadData(ImageReason.SEVERAL_SERIES, series);
    }
    DicomSlice first = slices.getFirst();
    for (DicomSlice one : slices) {
      if (!one.frame().equals(first.frame()) || one.channels() != first.channels()) {
        throw new BadData(
            ImageReason.OTHER_SLICE, one.file().getFileName(), one.frame(), first.frame());
      }
    }
    boolean placed = slices.stream().allMatch(one -> isParallel(one, first));
    Comparator<DicomSlice> order =
        Comparator.comparingDouble(placed ? DicomSlice::depth : DicomSlice::instance);
    List<DicomSlice> sorted = slices.stream().sorted(order).toList();
    for (int i = 1; i < sorted.size(); i++) {
      DicomSlice one = sorted.get(i);
      if (order.compare(sorted.get(i - 1), one) == 0 || (!placed && Double.isNaN(one.instance()))) {
        throw new BadData(
            ImageReason.NO_ORDER, sorted.get(i - 1).file().getFileName(), one.file().getFileName());
      }
    }
    return sorted;
  }

  private static boolean isParallel(DicomSlice one, DicomSlice other) {
    if (one.position().isEmpty() || one.axes().isEmpty() || other.axes().isEmpty()) {
      return false;
    }
    for (int i = 0; i < one.axes().size(); i++) {
      if (Math.abs(one.axes().get(i) - other.axes().get(i)) > PARALLEL) {
        return false;
      }
    }
    return true;
  }

  private DicomSlice first() {
    return slices.getFirst();
  }

  @Override
  public Frame frame() {
    return first().frame();
  }

  /// The narrowest type that holds the numbers of all.
  @Override
  public NumberType type() {
    return slices.stream().map(DicomSlice::type).reduce(NumberType::with).orElseThrow();
  }

  @Override
  public int channels() {
    return first().channels();
  }

  /// Scanners of positrons scale every slice by its own factor.
  @Override
  public @Nullable Scale scale() {
    return slices.stream().allMatch(one -> one.scale().agrees(first().scale()))
        ? first().scale()
        : null;
  }

  @Override
  public int count() {
    return slices.size();
  }

  @Override
  public @Nullable Grid grid() {
    DicomSlice one = first();
    DicomSlice last = slices.getLast();
    if (one.spacing().isEmpty() || one.axes().isEmpty() || last.position().isEmpty()) {
      return null;
    }
    double depth = count() == 1 ? 1 : (last.depth() - one.depth()) / (count() - 1);
    List<Double> axes = new ArrayList<>(one.axes());
    axes.addAll(one.normal());
    return new Grid(List.of(one.spacing().get(1), one.spacing().get(0), depth), axes);
  }

  @Override
  public @Nullable Picture next() throws PictureException {
    if (read == count()) {
      return null;
    }
    read++;
    return reader.read(slices.get(read - 1).file());
  }

  @Override
  public void close() {}
}

package org.mixoscope.dataset.labelled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;

/// Finds out what masks say: which classes there are, and what they are called.
final class MapReading {
  /// Those of Pascal VOC, which lists them nowhere in its folders.
  private static final List<String> VOC =
      List.of(
          "background",
          "aeroplane",
          "bicycle",
          "bird",
          "boat",
          "bottle",
          "bus",
          "car",
          "cat",
          "chair",
          "cow",
          "diningtable",
          "dog",
          "horse",
          "motorbike",
          "person",
          "pottedplant",
          "sheep",
          "sofa",
          "train",
          "tvmonitor");

  private final ReadAs as;
  private final List<Path> folders;
  private final boolean voc;
  private final Notes notes;

  /// @param folders in which classes may be listed, the first first
  /// @param voc whether, if nothing is listed, the classes are VOC's
  /// @param notes is told what was understood. Modified
  MapReading(ReadAs as, List<Path> folders, boolean voc, Notes notes) {
    this.as = as;
    this.folders = folders;
    this.voc = voc;
    this.notes = notes;
  }

  /// Where classes may be listed: in the folder, or beside it if it is a split.
  static List<Path> around(Path folder) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    boolean split = SplitName.isFolder(String.valueOf(folder.getFileName()));
    return split && parent != null ? List.of(folder, parent) : List.of(folder);
  }

  /// Looks at all masks.
  ///
  /// @param count how many, at least 1
  /// @throws DataSetException if one has what no class stands for, or none can be read
  MapLabels labels(Masks masks, int count) throws DataSetException {
    ColourMap colours = colours();
    return labels(masks, count, colours, colours == null ? declared() : null);
  }

  /// The same where it is known what is listed.
  ///
  /// @param colours what colours stand for; null if nobody says
  /// @param listed the classes, if colours do not tell; null if nobody says
  MapLabels labels(Masks masks, int count, @Nullable ColourMap colours, @Nullable ClassList listed)
      throws DataSetException {
    ClassList declared = colours == null ? listed : new ClassList(colours.file(), colours.names());
    MapCensus census = MapCensus.of(masks, count, colours);
    requireUsable(census);
    MapScale scale = census.scale(declared == null ? 0 : declared.names().size());
    requireDeclared(census, scale, masks);
    if (scale.twoValued()) {
      notes.remark(FindingReason.TWO_VALUED.of());
    }
    return new MapLabels(names(declared, scale), masks, colours, scale, census);
  }

  private @Nullable ColourMap colours() throws DataSetException {
    if (as.classes() != null) {
      return ColourMap.read(as.classes());
    }
    for (Path folder : folders) {
      ColourMap found = ColourMap.in(folder);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable ClassList declared() throws DataSetException {
    Path folder =
        folders.stream()
            .filter(one -> Files.isRegularFile(one.resolve("classes.txt")))
            .findFirst()
            .orElse(null);
    return ClassesFile.in(
        as, folder, folder == null ? new String[0] : new String[] {"classes.txt"});
  }

  private void requireUsable(MapCensus census) throws DataSetException {
    List<PictureException> problems = census.problems();
    if (problems.isEmpty()) {
      return;
    }
    PictureException first = problems.getFirst();
    if (MapCensus.isOfKind(first) || problems.size() == census.masks().size()) {
      throw new DataSetException(first.objection(), first);
    }
    notes.remark(problems.size(), FindingReason.UNREADABLE_MASKS, first.objection());
  }

  private static void requireDeclared(MapCensus census, MapScale scale, Masks masks)
      throws DataSetException {
    for (int i = 0; i < census.masks().size(); i++) {
      for (int value : census.masks().get(i).values()) {
        int index = scale.index(value);
        if (index >= scale.classes() && index != scale.type().white()) {
          throw new DataSetException(
              MaskReason.NOT_DECLARED.of(masks.location(i), index, scale.classes()));
        }
      }
    }
  }

  private List<String> names(@Nullable ClassList declared, MapScale scale) {
    if (declared != null) {
      notes.ordered(FindingReason.DECLARED.of(declared.file()));
      return declared.names();
    }
    if (voc && scale.classes() <= VOC.size() && !scale.twoValued()) {
      notes.ordered(FindingReason.AS_VOC.of());
      return VOC;
    }
    notes.ordered(FindingReason.BY_INDEX.of());
    return IntStream.range(0, scale.classes()).mapToObj(Integer::toString).toList();
  }
}

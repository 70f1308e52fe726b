package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.dataset.FolderWalk;
import org.mixoscope.dataset.FolderWalk.Part;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.labelled.MaskNames.Two;
import org.mixoscope.image.PictureNames;

/// A folder of pictures and one of their masks side by side, such as `images` and `masks`, or
/// Pascal VOC's `JPEGImages` and `SegmentationClass`; or pictures and masks in one folder, `x.jpg`
/// and `x_mask.png`. Below each the same folders may follow, of which the upper ones may be splits.
final class MaskFolders {
  private static final String VOC = "segmentationclass";

  /// Folders that belong to VOC and hold nothing for class maps.
  private static final Set<String> OF_VOC =
      Set.of("imagesets", "segmentationobject", "annotations");

  /// How many folders are looked into for pictures with masks beside them.
  static final int LOOKS = 8;

  private final Path root;
  private final ReadAs as;
  private final Notes notes = new Notes();
  private @Nullable String split;
  private List<String> splits = List.of();

  private MaskFolders(Path root, ReadAs as) {
    this.root = root;
    this.as = as;
  }

  /// Whether masks are wanted if they are there.
  static boolean areWanted(ReadAs as) {
    return as.target() == null || as.target() == TargetKind.MAP;
  }

  /// Null for a folder of something else.
  ///
  /// @throws DataSetException if masks cannot be used, or there are none though the user says so
  static @Nullable DataSet open(Path folder, ReadAs as) throws DataSetException {
    if (!areWanted(as)) {
      return null;
    }
    MaskFolders folders = new MaskFolders(folder.toAbsolutePath().normalize(), as);
    try {
      return folders.open();
    } catch (IOException e) {
      throw DataSetException.unreadable(folder, e, DataSetReason.UNREADABLE);
    }
  }

  private @Nullable DataSet open() throws IOException {
    List<String> all = folders(root);
    List<String> pictures = MaskNames.pictureFolders(all);
    List<String> masks = MaskNames.maskFolders(all);
    if (!pictures.isEmpty() && !masks.isEmpty() && !isOfObjects(all)) {
      String ofPictures = pictures.getFirst();
      for (String ofMasks : masks) {
        DataSet found = sideBySide(ofPictures, ofMasks, all);
        if (found != null) {
          return found;
        }
      }
    } else if (hasMasksBeside(root, all)) {
      return inOne();
    }
    return calledAlike(all);
  }

  /// Folders whose names do not tell by themselves: most of their files must be pairs.
  private @Nullable DataSet calledAlike(List<String> all) throws IOException {
    List<Two> found = new ArrayList<>();
    for (Two one : MaskNames.calledAlike(all)) {
      if (arePairs(one)) {
        found.add(one);
      }
    }
    if (found.isEmpty() || isOfObjects(all)) {
      return null;
    }
    List<String> names = found.stream().map(Two::pictures).toList();
    boolean areSplits = names.stream().allMatch(SplitName::isFolder);
    if (!areSplits) {
      return sideBySide(names.getFirst(), found.getFirst().masks(), all);
    }
    String taken = SplitName.one(root, names, as.split());
    String masks = found.get(names.indexOf(taken)).masks();
    DataSet one = new MaskFolders(root, as.withSplit(null)).sideBySide(taken, masks, all);
    return one == null ? null : one.of(taken, names);
  }

  private boolean arePairs(Two one) throws DataSetException {
    List<String> pictures = walked(root.resolve(one.pictures()), new Notes());
    List<String> masks = walked(root.resolve(one.masks()), new Notes());
    return MaskPairs.areMost(pictures, masks);
  }

  private static List<String> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !Clutter.isOne(name))
          .sorted()
          .toList();
    }
  }

  /// VOC's pictures have boxes as a rule, and masks some of them.
  private boolean isOfObjects(List<String> all) {
    return as.target() == null && all.contains("Annotations") && all.contains("SegmentationClass");
  }

  private @Nullable DataSet sideBySide(String ofPictures, String ofMasks, List<String> all)
      throws IOException {
    List<String> masks = walked(root.resolve(ofMasks), new Notes());
    if (masks.isEmpty()
        || (!MaskNames.isCertain(ofMasks) && masks.stream().allMatch(MaskNames::isJpeg))) {
      return null;
    }
    List<String> pictures = walked(root.resolve(ofPictures), notes);
    pictures = ofSplit(pictures, ofMasks.equalsIgnoreCase(VOC));
    masks = masks.stream().filter(this::isOfSplit).toList();
    Notes asTried = new Notes();
    if (MaskPairs.of(pictures, masks, asTried).pictures().isEmpty()) {
      return null;
    }
    MaskPairs pairs = MaskPairs.of(pictures, masks, notes);
    notes.remark(FindingReason.TAKEN_FOR_MASKS.of(ofPictures, ofMasks));
    leaveOut(all, ofPictures, ofMasks);
    return collected(pairs, ofPictures + "/", ofMasks + "/", ofMasks);
  }

  private void leaveOut(List<String> all, String ofPictures, String ofMasks) {
    boolean voc = ofMasks.equalsIgnoreCase(VOC);
    all.stream()
        .filter(one -> !one.equals(ofPictures) && !one.equals(ofMasks))
        .filter(one -> !voc || !OF_VOC.contains(one.toLowerCase(Locale.ROOT)))
        .forEach(one -> notes.leftOut.add(LeftOutReason.BESIDE_MASKS.of(), one));
  }

  /// The pictures below a folder, by their paths.
  private static List<String> walked(Path folder, Notes notes) throws DataSetException {
    List<String> names = new ArrayList<>();
    FolderWalk walk = new FolderWalk(folder);
    try {
      for (List<Part> parts = walk.next(); !parts.isEmpty(); parts = walk.next()) {
        for (Part part : parts) {
          String prefix = folder.relativize(part.folder()).toString().replace('\\', '/');
          String slash = prefix.isEmpty() ? "" : "/";
          part.names().forEach(name -> names.add(prefix + slash + name));
        }
      }
    } catch (FolderException e) {
      return List.of(); // empty, or not for us
    }
    walk.leftOut().forEach(notes.leftOut::add);
    return names;
  }

  /// Takes the split that is wanted, if there are any.
  private List<String> ofSplit(List<String> pictures, boolean voc) throws IOException {
    Path lists = root.resolve("ImageSets/Segmentation");
    if (voc && Files.isDirectory(lists)) {
      return ofList(pictures, lists);
    }
    TreeSet<String> tops = new TreeSet<>();
    pictures.forEach(one -> tops.add(one.contains("/") ? one.substring(0, one.indexOf('/')) : ""));
    if (tops.contains("") || !tops.stream().allMatch(SplitName::isFolder)) {
      if (as.split() != null) {
        throw new DataSetException(DataSetReason.NO_SPLITS.of(root, as.split()));
      }
      return pictures;
    }
    splits = List.copyOf(tops);
    split = SplitName.one(root, splits, as.split());
    return pictures.stream().filter(this::isOfSplit).toList();
  }

  private boolean isOfSplit(String path) {
    return split == null || !splits.contains(top(path)) || top(path).equals(split);
  }

  private static String top(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }

  /// VOC lists its splits in files.
  private List<String> ofList(List<String> pictures, Path lists) throws IOException {
    try (Stream<Path> files = Files.list(lists)) {
      splits =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".txt") && !Clutter.isOne(name))
              .map(MaskFolders::withoutEnding)
              .sorted()
              .toList();
    }
    if (splits.isEmpty()) {
      return pictures;
    }
    split = SplitName.one(root, splits, as.split());
    Set<String> listed = new HashSet<>();
    for (String line : Files.readAllLines(lists.resolve(split + ".txt"))) {
      listed.add(line.strip());
    }
    List<String> taken =
        pictures.stream().filter(one -> listed.contains(MaskNames.stem(one))).toList();
    Set<String> there = new HashSet<>();
    taken.forEach(one -> there.add(MaskNames.stem(one)));
    listed.stream()
        .filter(one -> !one.isEmpty() && !there.contains(one))
        .sorted()
        .forEach(one -> notes.leftOut.add(LeftOutReason.LISTED_ONLY.of(), one));
    return taken;
  }

  private static String withoutEnding(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  /// Whether pictures have masks beside them, by the names in this folder or, if it has no
  /// pictures, in its first folders.
  private static boolean hasMasksBeside(Path folder, List<String> below) throws IOException {
    if (MaskNames.areBeside(pictures(folder))) {
      return true;
    }
    for (String one : below.subList(0, Math.min(LOOKS, below.size()))) {
      if (MaskNames.areBeside(pictures(folder.resolve(one)))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> pictures(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> PictureNames.isPicture(name) && !Clutter.isOne(name))
          .toList();
    }
  }

  private DataSet inOne() throws DataSetException {
    List<String> all = walked(root, notes);
    List<String> masks = all.stream().filter(MaskNames::isBeside).toList();
    List<String> pictures = all.stream().filter(one -> !MaskNames.isBeside(one)).toList();
    MaskPairs pairs = MaskPairs.of(pictures, masks, notes);
    notes.remark(FindingReason.TAKEN_FOR_MASKS_BESIDE.of(pairs.masks().getFirst()));
    return collected(pairs, "", "", "");
  }

  private DataSet collected(MaskPairs pairs, String ofPictures, String ofMasks, String folder)
      throws DataSetException {
    Names pictures = new Names();
    Names masks = new Names();
    pairs.pictures().forEach(one -> pictures.add(ofPictures + one));
    pairs.masks().forEach(one -> masks.add(ofMasks + one));
    FileEntries entries = new FileEntries(root, pictures);
    MapReading reading =
        new MapReading(as, MapReading.around(root), folder.equalsIgnoreCase(VOC), notes);
    Labels labels = reading.labels(new FileEntries(root, masks), pictures.size());
    Findings findings = notes.about(labels);
    return new DataSet(
        "masks", entries, labels, split == null ? findings : findings.of(split, splits));
  }
}

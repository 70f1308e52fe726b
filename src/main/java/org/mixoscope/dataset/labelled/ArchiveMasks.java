package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.labelled.MaskNames.Two;
import org.mixoscope.dataset.packed.Archive.Member;

/// An archive of a folder of pictures and one of their masks, or of pictures and masks in one
/// folder, in the layouts of [MaskFolders].
final class ArchiveMasks {
  private final Path file;
  private final MemberEntries entries;
  private final Map<String, Member> members;
  private final ReadAs as;
  private final Notes notes;
  private @Nullable String split;
  private List<String> splits = List.of();

  /// @param entries the pictures. Modified
  /// @param members the pictures and masks by their ways from the folder that is the data set
  /// @param notes is told what was understood. Modified
  ArchiveMasks(
      Path file, MemberEntries entries, Map<String, Member> members, ReadAs as, Notes notes) {
    this.file = file;
    this.entries = entries;
    this.members = members;
    this.as = as;
    this.notes = notes;
  }

  /// @param colours what colours stand for; null if nobody says
  /// @param declared the classes; null if they are not listed
  /// @return null for an archive of something else
  @Nullable DataSet open(@Nullable ColourMap colours, @Nullable ClassList declared)
      throws IOException {
    if (!MaskFolders.areWanted(as)) {
      return null;
    }
    Map<String, List<String>> tops = new HashMap<>();
    for (String way : members.keySet().stream().sorted().toList()) {
      int slash = way.indexOf('/');
      tops.computeIfAbsent(way.substring(0, Math.max(0, slash)), _ -> new ArrayList<>())
          .add(way.substring(slash + 1));
    }
    List<Two> found =
        MaskNames.sideBySide(tops.keySet().stream().sorted().toList()).stream()
            .filter(one -> arePairs(one, tops))
            .toList();
    if (!found.isEmpty()) {
      return sideBySide(chosen(found), tops, colours, declared);
    }
    boolean areBeside =
        tops.values().stream().limit(MaskFolders.LOOKS).anyMatch(MaskNames::areBeside);
    return areBeside ? beside(colours, declared) : null;
  }

  private static boolean arePairs(Two one, Map<String, List<String>> tops) {
    List<String> masks = tops.getOrDefault(one.masks(), List.of());
    return MaskPairs.areMost(tops.getOrDefault(one.pictures(), List.of()), masks)
        && (MaskNames.isCertain(one.masks()) || !masks.stream().allMatch(MaskNames::isJpeg));
  }

  /// The first, or that of the split that is wanted: `train` and `train_masks`.
  private Two chosen(List<Two> found) throws DataSetException {
    List<String> names = found.stream().map(Two::pictures).toList();
    if (!names.stream().allMatch(SplitName::isFolder)) {
      return found.getFirst();
    }
    splits = names;
    split = SplitName.one(file, splits, as.split());
    return found.get(names.indexOf(split));
  }

  private DataSet sideBySide(
      Two folders,
      Map<String, List<String>> tops,
      @Nullable ColourMap colours,
      @Nullable ClassList declared)
      throws IOException {
    List<String> pictures = tops.getOrDefault(folders.pictures(), List.of());
    List<String> masks = tops.getOrDefault(folders.masks(), List.of());
    boolean isChosen = split != null;
    MaskPairs pairs =
        isChosen
            ? MaskPairs.of(pictures, masks, notes)
            : MaskPairs.of(ofSplit(pictures), ofSplit(masks), notes);
    notes.remark(FindingReason.TAKEN_FOR_MASKS.of(folders.pictures(), folders.masks()));
    tops.forEach(
        (top, below) -> {
          if (!top.equals(folders.pictures()) && !top.equals(folders.masks())) {
            below.forEach(
                one -> notes.leftOut.add(LeftOutReason.BESIDE_MASKS.of(), top + "/" + one));
          }
        });
    return collected(pairs, folders.pictures() + "/", folders.masks() + "/", colours, declared);
  }

  /// Those of the split that is wanted, if the upper folders are splits.
  private List<String> ofSplit(List<String> ways) throws DataSetException {
    TreeSet<String> tops = new TreeSet<>();
    ways.forEach(one -> tops.add(one.substring(0, Math.max(0, one.indexOf('/')))));
    if (!tops.stream().allMatch(SplitName::isFolder)) {
      if (as.split() != null) {
        throw new DataSetException(DataSetReason.NO_SPLITS.of(file, as.split()));
      }
      return ways;
    }
    if (split == null) {
      splits = List.copyOf(tops);
      split = SplitName.one(file, splits, as.split());
    }
    String taken = split + "/";
    return ways.stream().filter(one -> one.startsWith(taken)).toList();
  }

  private DataSet beside(@Nullable ColourMap colours, @Nullable ClassList declared)
      throws IOException {
    List<String> all = members.keySet().stream().sorted().toList();
    List<String> masks = all.stream().filter(MaskNames::isBeside).toList();
    List<String> pictures = all.stream().filter(one -> !MaskNames.isBeside(one)).toList();
    MaskPairs pairs = MaskPairs.of(pictures, masks, notes);
    notes.remark(FindingReason.TAKEN_FOR_MASKS_BESIDE.of(pairs.masks().getFirst()));
    return collected(pairs, "", "", colours, declared);
  }

  private DataSet collected(
      MaskPairs pairs,
      String ofPictures,
      String ofMasks,
      @Nullable ColourMap colours,
      @Nullable ClassList declared)
      throws IOException {
    MemberEntries masks = entries.beside();
    for (int i = 0; i < pairs.pictures().size(); i++) {
      entries.add(member(ofPictures + pairs.pictures().get(i)));
      masks.add(member(ofMasks + pairs.masks().get(i)));
    }
    Labels labels =
        new MapReading(as, List.of(), false, notes)
            .labels(masks, pairs.pictures().size(), colours, declared);
    Findings findings = notes.about(labels);
    return new DataSet(
        "masks", entries, labels, split == null ? findings : findings.of(split, splits));
  }

  private Member member(String way) {
    Member found = members.get(way);
    if (found == null) {
      throw new IllegalStateException("no member " + way);
    }
    return found;
  }
}

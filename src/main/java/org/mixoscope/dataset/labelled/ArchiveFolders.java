package org.mixoscope.dataset.labelled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.packed.Archive;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.dataset.packed.Archive.State;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.Glimpse;
import org.mixoscope.image.PictureNames;

/// An archive of a folder with a sub-folder of pictures for each class, in the order that the
/// folder has, or with masks; a folder around all of it is passed over.
final class ArchiveFolders {
  private static final String CLASSES = "classes.txt";

  private final Path file;
  private final MemberEntries entries;
  private final Archive archive;
  private final ReadAs as;
  private final Notes notes = new Notes();
  private final List<Inside> pictures = new ArrayList<>();
  private final List<Inside> others = new ArrayList<>();
  private final Set<String> folders = new TreeSet<>();
  private @Nullable String split;
  private List<String> splits = List.of();

  /// A member, and the way to it from the folder that is the data set.
  private record Inside(Member member, List<String> way) implements Comparable<Inside> {
    static Inside of(Member member) {
      return new Inside(
          member,
          Stream.of(member.name().replace('\\', '/').split("/", -1))
              .filter(part -> !part.isEmpty() && !part.equals("."))
              .toList());
    }

    boolean isIn(String folder) {
      return way.size() > 1 && way.getFirst().equals(folder);
    }

    Inside below() {
      return new Inside(member, way.subList(1, way.size()));
    }

    /// As folders are walked: the pictures of a folder before those of its folders.
    @Override
    public int compareTo(Inside other) {
      int most = Math.min(way.size(), other.way.size());
      for (int i = 0; i < most; i++) {
        boolean last = i == way.size() - 1;
        if (last != (i == other.way.size() - 1)) {
          return last ? -1 : 1;
        }
        int order = way.get(i).compareTo(other.way.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(way.size(), other.way.size());
    }
  }

  private ArchiveFolders(Path file, MemberEntries entries, Archive archive, ReadAs as) {
    this.file = file;
    this.entries = entries;
    this.archive = archive;
    this.as = as;
  }

  /// @param members all of the archive
  static DataSet open(
      Path file, MemberEntries entries, Archive archive, List<Member> members, ReadAs as)
      throws IOException {
    ArchiveFolders found = new ArchiveFolders(file, entries, archive, as);
    for (Member member : members) {
      found.add(member);
    }
    if (found.pictures.isEmpty()) {
      throw found.nothing();
    }
    found.enter();
    return found.collected();
  }

  private void add(Member member) throws IOException {
    Inside inside = Inside.of(member);
    if (member.state() == State.FOLDER) {
      addFolder(inside.way());
    } else if (MemberEntries.isUsable(member, notes.leftOut)) {
      addFolder(inside.way().subList(0, inside.way().size() - 1));
      String name = inside.way().getLast();
      if (TableFile.IN_FOLDERS.contains(name)
          || name.equals(CLASSES)
          || ColourMap.IN_FOLDERS.contains(name)) {
        others.add(inside);
      } else if (PictureNames.isPicture(name) || isPicture(member, name)) {
        pictures.add(inside);
      }
    }
  }

  private void addFolder(List<String> way) {
    if (way.stream().noneMatch(Clutter::isOne) && !way.contains("..")) {
      folders.add(String.join("/", way));
    }
  }

  private boolean isPicture(Member member, String name) throws IOException {
    Glimpse seen = Glimpse.of(bytes(member, Glimpse.BEGINNING));
    return notes.leftOut.isPicture(seen, name, member.name());
  }

  private byte[] bytes(Member member, long most) throws IOException {
    String location = PackedPicture.location(file, member.name());
    return archive.read(member.at(), member.size(), most, location);
  }

  private DataSetException nothing() {
    boolean python =
        notes.leftOut.all().stream()
            .flatMap(one -> one.examples().stream())
            .anyMatch(name -> CifarFiles.isNamedLikePython(name.replaceFirst(".*/", "")));
    return python
        ? new DataSetException(DataSetReason.PYTHON_FILES.of(file))
        : Archives.empty(file, notes.leftOut, DataSetReason.NO_CLASSES);
  }

  /// Goes into the folder around all, and into the split that is wanted.
  private void enter() throws DataSetException {
    while (split == null) {
      List<String> tops = tops();
      if (MaskFolders.areWanted(as) && !MaskNames.sideBySide(tops).isEmpty()) {
        return; // whoever knows masks knows their splits
      }
      List<String> named = tops.stream().filter(SplitName::isFolder).toList();
      String wanted = as.split();
      boolean deep = pictures.stream().anyMatch(one -> one.way().size() > 2);
      boolean around =
          tops.size() == 1
              && (pictures.stream().allMatch(one -> one.way().size() > 2) || areMasked());
      boolean are = deep && !named.isEmpty() && (named.size() == tops.size() || named.size() > 1);
      if (wanted != null && (are || !around || tops.contains(wanted))) {
        splits = tops;
        split = SplitName.one(file, tops, wanted);
      } else if (are) {
        splits = named;
        split = SplitName.one(file, named, null);
      } else if (!around) {
        return;
      }
      enter(split == null ? tops.getFirst() : split);
    }
  }

  /// Whether the only folder is one of pictures with masks beside them.
  private boolean areMasked() {
    return MaskFolders.areWanted(as)
        && pictures.stream().allMatch(one -> one.way().size() == 2)
        && MaskNames.areBeside(pictures.stream().map(one -> one.way().getLast()).toList());
  }

  private List<String> tops() {
    return pictures.stream()
        .filter(one -> one.way().size() > 1)
        .map(one -> one.way().getFirst())
        .distinct()
        .sorted()
        .toList();
  }

  private void enter(String folder) {
    enter(pictures, folder);
    List<Inside> beside = others.stream().filter(one -> one.way().size() == 1).toList();
    enter(others, folder);
    if (split != null && others.stream().noneMatch(one -> one.way().size() == 1)) {
      others.addAll(beside); // what lists classes may lie beside the splits
    }
    List<String> below =
        folders.stream()
            .filter(one -> one.startsWith(folder + "/"))
            .map(one -> one.substring(folder.length() + 1))
            .toList();
    folders.clear();
    folders.addAll(below);
  }

  private static void enter(List<Inside> all, String folder) {
    List<Inside> below = all.stream().filter(one -> one.isIn(folder)).map(Inside::below).toList();
    all.clear();
    all.addAll(below);
  }

  private @Nullable DataSet masks() throws IOException {
    Map<String, Member> all = new HashMap<>();
    for (Inside one : pictures) {
      if (all.put(String.join("/", one.way()), one.member()) != null) {
        throw new DataSetException(DataSetReason.SAME_MEMBER.of(file, one.member().name()));
      }
    }
    ReadAs inside = split == null ? as : as.withSplit(null);
    return new ArchiveMasks(file, entries, all, inside, notes).open(colours(), declared());
  }

  private @Nullable ColourMap colours() throws IOException {
    Path given = as.classes();
    if (given != null) {
      return ColourMap.read(given);
    }
    for (Inside one : others) {
      if (one.way().size() == 1 && ColourMap.IN_FOLDERS.contains(one.way().getLast())) {
        return ColourMap.read(place(one.member()), contents(one.member()));
      }
    }
    return null;
  }

  /// The list of classes that the user names, else the one beside the folders.
  private @Nullable ClassList declared() throws IOException {
    ClassList given = ClassesFile.in(as, null);
    for (Inside one : given == null ? others : List.<Inside>of()) {
      if (one.way().size() == 1 && one.way().getLast().equals(CLASSES)) {
        return ClassesFile.read(place(one.member()), contents(one.member()));
      }
    }
    return given;
  }

  private Path place(Member member) {
    return Path.of(PackedPicture.location(file, member.name()));
  }

  private InputStream contents(Member member) throws IOException {
    return new ByteArrayInputStream(bytes(member, Long.MAX_VALUE));
  }

  private DataSet collected() throws IOException {
    for (Inside one : others) {
      if (TableFile.IN_FOLDERS.contains(one.way().getLast())) {
        throw new DataSetException(DataSetReason.TABLE_IN_ARCHIVE.of(file, one.member().name()));
      }
    }
    DataSet masks = masks();
    if (masks != null) {
      return split == null ? masks : masks.of(split, splits);
    }
    if (as.split() != null && split == null) {
      throw new DataSetException(DataSetReason.NO_SPLITS.of(file, as.split()));
    }
    ClassList declared = declared();
    Set<String> named = new HashSet<>();
    Set<String> found = new HashSet<>();
    folders.stream().filter(one -> !one.isEmpty()).forEach(one -> found.add(one.split("/", -1)[0]));
    List<String> ofPictures = new ArrayList<>();
    for (Inside one : pictures.stream().sorted().toList()) {
      if (!named.add(one.member().name())) {
        throw new DataSetException(DataSetReason.SAME_MEMBER.of(file, one.member().name()));
      }
      if (one.way().size() == 1) {
        notes.leftOut.add(LeftOutReason.NO_CLASS.of(), one.member().name());
        continue;
      }
      entries.add(one.member());
      ofPictures.add(one.way().getFirst());
      found.add(one.way().getFirst());
    }
    if (ofPictures.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_CLASSES.of(file));
    }
    FolderClasses classes =
        FolderClasses.of(found, declared, as, notes, one -> PackedPicture.location(file, one));
    Labels labels =
        ClassLabels.oneClass(
            classes.names(), ofPictures.stream().mapToInt(classes::index).toArray());
    Findings findings = notes.about(labels);
    return new DataSet(
        "image-folder", entries, labels, split == null ? findings : findings.of(split, splits));
  }
}

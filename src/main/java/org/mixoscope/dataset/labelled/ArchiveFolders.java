package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
/// folder has; a folder around all of it is passed over.
final class ArchiveFolders {
  private static final int BEGINNING = 64;
  private static final Set<String> TABLES = Set.of("metadata.jsonl", "metadata.csv");

  private final Path file;
  private final MemberEntries entries;
  private final Archive archive;
  private final ReadAs as;
  private final Notes notes;
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

  private ArchiveFolders(
      Path file, MemberEntries entries, Archive archive, ReadAs as, Notes notes) {
    this.file = file;
    this.entries = entries;
    this.archive = archive;
    this.as = as;
    this.notes = notes;
  }

  /// @param members all of the archive
  static DataSet open(
      Path file,
      MemberEntries entries,
      Archive archive,
      List<Member> members,
      ReadAs as,
      Notes notes)
      throws IOException {
    ArchiveFolders found = new ArchiveFolders(file, entries, archive, as, notes);
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
      if (TABLES.contains(name) || name.equals("classes.txt")) {
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
    String ending = PictureNames.ending(name);
    Object said = ending.isEmpty() ? LeftOutReason.NO_ENDING.of() : ending;
    Glimpse seen = Glimpse.of(bytes(member, BEGINNING));
    switch (seen) {
      case PICTURE -> {}
      case OTHER_PICTURE -> leftOut(LeftOutReason.PICTURE_OF_OTHER_KIND, said, member);
      case NO_PICTURE -> leftOut(LeftOutReason.NO_PICTURE, said, member);
      case EMPTY -> leftOut(LeftOutReason.EMPTY, said, member);
    }
    return seen == Glimpse.PICTURE;
  }

  private void leftOut(LeftOutReason reason, Object ending, Member member) {
    notes.leftOut.add(reason.of(ending), member.name());
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
      List<String> named = tops.stream().filter(Splits::isNamedLikeOne).toList();
      String wanted = as.split();
      boolean deep = pictures.stream().anyMatch(one -> one.way().size() > 2);
      boolean around = tops.size() == 1 && pictures.stream().allMatch(one -> one.way().size() > 2);
      boolean are = deep && !named.isEmpty() && (named.size() == tops.size() || named.size() > 1);
      if (wanted != null && (are || !around || tops.contains(wanted))) {
        splits = tops;
        split = SplitName.one(file, tops, wanted);
      } else if (are) {
        splits = named;
        split = named.size() == 1 ? named.getFirst() : SplitName.one(file, named, null);
      } else if (!around) {
        return;
      }
      enter(split == null ? tops.getFirst() : split);
    }
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
    enter(others, folder);
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

  private DataSet collected() throws IOException {
    ClassList declared = ClassesFile.in(as, null);
    for (Inside one : others) {
      String name = one.way().getLast();
      if (TABLES.contains(name)) {
        throw new DataSetException(DataSetReason.TABLE_IN_ARCHIVE.of(file, one.member().name()));
      }
      if (declared == null && one.way().size() == 1) {
        declared = classes(one.member());
      }
    }
    Set<String> named = new HashSet<>();
    Map<String, Integer> found = new HashMap<>();
    folders.stream()
        .filter(one -> !one.isEmpty())
        .forEach(one -> found.put(one.split("/", -1)[0], 0));
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
      found.put(one.way().getFirst(), 0);
    }
    if (ofPictures.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_CLASSES.of(file));
    }
    List<String> classes = ordered(found.keySet(), declared);
    Map<String, Integer> places = new HashMap<>();
    classes.forEach(one -> places.putIfAbsent(one, places.size()));
    Labels labels =
        Labels.oneClass(
            classes,
            ofPictures.stream().mapToInt(one -> Objects.requireNonNull(places.get(one))).toArray());
    Findings findings = notes.about(labels);
    return new DataSet(
        "image-folder", entries, labels, split == null ? findings : findings.of(split, splits));
  }

  private List<String> ordered(Set<String> found, @Nullable ClassList declared)
      throws DataSetException {
    if (declared == null) {
      notes.ordered(as.order().finding());
      return found.stream().sorted(as.order().comparator()).toList();
    }
    notes.ordered(FindingReason.DECLARED.of(declared.file()));
    for (String one : found) {
      if (!declared.names().contains(one)) {
        throw new DataSetException(
            DataSetReason.FOLDER_NOT_DECLARED.of(
                PackedPicture.location(file, one), declared.file()));
      }
    }
    return declared.names();
  }

  private ClassList classes(Member member) throws IOException {
    String text = new String(bytes(member, Long.MAX_VALUE), StandardCharsets.UTF_8);
    List<String> names =
        text.lines()
            .map(line -> line.replace("\uFEFF", "").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    Path named = Path.of(PackedPicture.location(file, member.name()));
    if (names.isEmpty()) {
      throw new DataSetException(DataSetReason.EMPTY_CLASSES.of(named));
    }
    return new ClassList(named, names);
  }
}

package org.mixoscope.dataset.labelled;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mixoscope.dataset.labelled.ClassLabels.Soft;
import org.mixoscope.dataset.packed.Archive;

/// What was listed once, for others who read the same pictures: names and labels, not where the
/// labels came from. Both sides are of one version.
public final class Manifest {
  private Manifest() {}

  /// Finds a file or folder by what it is called everywhere.
  @FunctionalInterface
  public interface Places {
    Path path(URI uri) throws IOException;
  }

  /// Whether a data set can be written: one whose pictures are files or members of tars, and whose
  /// labels are classes or numbers. All others lie in files that whoever reads them has to open
  /// himself.
  public static boolean holds(DataSet data) {
    return data.labels() instanceof ClassLabels
        && switch (data.entries()) {
          case FileEntries _ -> true;
          // Where a member of a zip is, its directory says.
          case MemberEntries members -> members.files().stream().noneMatch(Archive::isZip);
          default -> false;
        };
  }

  /// Writes a data set.
  ///
  /// @throws IllegalArgumentException if it is none that [#holds] knows
  public static void write(DataSet data, DataOutput out) throws IOException {
    if (!holds(data) || !(data.labels() instanceof ClassLabels labels)) {
      throw new IllegalArgumentException(data.kind() + " is not listed");
    }
    out.writeUTF(data.kind());
    out.writeBoolean(data.entries() instanceof MemberEntries);
    if (data.entries() instanceof MemberEntries members) {
      write(members, out);
    } else {
      write((FileEntries) data.entries(), out);
    }
    out.writeUTF(labels.kind().name());
    writeTexts(labels.names(), out);
    out.writeInt(labels.indices().length);
    for (int index : labels.indices()) {
      out.writeInt(index);
    }
    out.writeInt(labels.soft().size());
    for (Map.Entry<Integer, Soft> one : labels.soft().entrySet()) {
      int[] classes = one.getValue().classes();
      out.writeInt(one.getKey());
      out.writeInt(classes.length);
      for (int i = 0; i < classes.length; i++) {
        out.writeInt(classes[i]);
        out.writeDouble(one.getValue().values()[i]);
      }
    }
    out.writeInt(labels.numbers().length);
    for (double number : labels.numbers()) {
      out.writeDouble(number);
    }
  }

  /// Reads a data set back. Of its findings it has what pictures are labelled with.
  public static DataSet read(DataInput in, Places places) throws IOException {
    String kind = in.readUTF();
    Entries entries = in.readBoolean() ? readMembers(in, places) : readFiles(in, places);
    TargetKind target = TargetKind.valueOf(in.readUTF());
    List<String> names = readTexts(in);
    int[] indices = new int[in.readInt()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = in.readInt();
    }
    Map<Integer, Soft> soft = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      int index = in.readInt();
      int[] classes = new int[in.readInt()];
      double[] values = new double[classes.length];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = in.readInt();
        values[i] = in.readDouble();
      }
      soft.put(index, new Soft(classes, values));
    }
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    Labels labels = new ClassLabels(target, names, indices, soft, numbers);
    Findings findings =
        new Findings(target, ClassOrder.NAME.finding(), null, List.of(), List.of(), List.of());
    return new DataSet(kind, entries, labels, findings);
  }

  /// Writes a background.
  public static void write(Background background, DataOutput out) throws IOException {
    out.writeUTF(background.path().toUri().toString());
    write(background.entries(), out);
  }

  /// Reads a background back, without what was left out of it.
  public static Background readBackground(DataInput in, Places places) throws IOException {
    Path path = places.path(URI.create(in.readUTF()));
    return new Background(path, readFiles(in, places), List.of());
  }

  private static void write(FileEntries files, DataOutput out) throws IOException {
    out.writeUTF(files.root().toUri().toString());
    Names names = files.names();
    out.writeInt(names.size());
    for (int i = 0; i < names.size(); i++) {
      out.writeUTF(names.get(i));
    }
  }

  private static FileEntries readFiles(DataInput in, Places places) throws IOException {
    Path root = places.path(URI.create(in.readUTF()));
    Names names = new Names();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return new FileEntries(root, names);
  }

  private static void write(MemberEntries members, DataOutput out) throws IOException {
    out.writeInt(members.files().size());
    for (Path file : members.files()) {
      out.writeUTF(file.toUri().toString());
    }
    out.writeInt(members.size());
    for (int i = 0; i < members.size(); i++) {
      out.writeUTF(members.member(i));
      out.writeInt(members.owner(i));
      out.writeLong(members.place(i));
      out.writeInt(members.length(i));
    }
  }

  private static MemberEntries readMembers(DataInput in, Places places) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      files.add(places.path(URI.create(in.readUTF())));
    }
    MemberEntries members = MemberEntries.of(files);
    for (int left = in.readInt(); left > 0; left--) {
      members.add(in.readUTF(), in.readInt(), in.readLong(), in.readInt());
    }
    return members;
  }

  private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readTexts(DataInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}

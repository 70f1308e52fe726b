package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.LeftOuts;
import org.mixoscope.dataset.packed.Archive;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.image.PictureNames;

/// Tar and zip archives: shards of WebDataset, or one of folders of classes.
final class Archives {
  private Archives() {}

  /// An archive, or the tar files of a folder.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    if (Files.isRegularFile(source)) {
      return Archive.isOne(source) ? open(source, List.of(source), as) : null;
    }
    try (Stream<Path> all = Files.list(source)) {
      List<Path> files =
          all.filter(Archive::isOne)
              .filter(file -> !Archive.isZip(file))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      return files.isEmpty() ? null : open(source, files, as);
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.FORBIDDEN);
    }
  }

  private static DataSet open(Path source, List<Path> files, ReadAs as) throws DataSetException {
    MemberEntries entries = new MemberEntries();
    try {
      return files.size() == 1
          ? one(entries, files.getFirst(), as)
          : TarShards.open(source, entries, files, as);
    } catch (DataSetException e) {
      close(entries, e);
      throw e;
    } catch (IOException e) {
      close(entries, e);
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static void close(MemberEntries entries, IOException because) {
    try {
      entries.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /// A tar file is a shard if it has labels, or nothing but pictures side by side that are not
  /// masks of each other by their names.
  private static DataSet one(MemberEntries entries, Path file, ReadAs as) throws IOException {
    Archive archive = entries.open(file);
    List<Member> members = new ArrayList<>();
    archive.list(members::add);
    String objects =
        ArchiveObjects.areWanted(as)
            ? ArchiveObjects.in(
                members,
                (one, most) -> archive.read(one.at(), one.size(), most, file + "#" + one.name()))
            : null;
    if (objects != null) {
      throw new DataSetException(DataSetReason.OBJECTS_IN_ARCHIVE.of(file, objects));
    }
    boolean shard =
        !Archive.isZip(file)
            && (members.stream().anyMatch(TarShards::isLabel)
                || (!hasFolders(members) && !hasMasksBeside(members, as)));
    return shard
        ? TarShards.open(file, entries, archive, members, as)
        : ArchiveFolders.open(file, entries, archive, members, as);
  }

  private static boolean hasFolders(List<Member> members) {
    return members.stream()
        .anyMatch(one -> one.state() == Archive.State.FILE && one.name().contains("/"));
  }

  private static boolean hasMasksBeside(List<Member> members, ReadAs as) {
    return MaskFolders.areWanted(as)
        && MaskNames.areBeside(
            members.stream()
                .filter(one -> one.state() == Archive.State.FILE)
                .map(Member::name)
                .filter(name -> PictureNames.isPicture(name) && !Clutter.isOne(name))
                .toList());
  }

  /// Refuses an archive of which nothing was left.
  static DataSetException empty(Path source, LeftOuts leftOut, DataSetReason otherwise) {
    List<LeftOut> all = leftOut.all();
    return new DataSetException(
        all.isEmpty()
            ? otherwise.of(source)
            : DataSetReason.NOTHING_LEFT.of(source, all.getFirst().count(), all.getFirst().why()));
  }
}

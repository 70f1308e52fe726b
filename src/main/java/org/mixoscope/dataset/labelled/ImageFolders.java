package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.dataset.FolderWalk;
import org.mixoscope.dataset.FolderWalk.Part;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.LeftOutReason;

/// A folder with a sub-folder of pictures for each class, as torchvision's `ImageFolder` has it.
/// Folders without pictures are classes, too. Pictures beside the sub-folders have no class and are
/// left out.
final class ImageFolders {
  private final Path root;
  private final Names names = new Names();
  private final Map<String, Integer> found = new HashMap<>();
  private final IntStream.Builder indices = IntStream.builder();
  private final Notes notes = new Notes();

  private ImageFolders(Path root) {
    this.root = root;
  }

  static DataSet open(Path folder, ReadAs as) throws DataSetException {
    ImageFolders folders = new ImageFolders(folder.toAbsolutePath().normalize());
    Path said = as.classes();
    Path list =
        said == null ? folders.root.resolve("classes.txt") : said.toAbsolutePath().normalize();
    Set<String> classes = folders.walk(list);
    if (folders.names.size() == 0) {
      throw new DataSetException(DataSetReason.NO_CLASSES.of(folder));
    }
    return folders.collected(classes, ClassesFile.in(as, folders.root, "classes.txt"), as);
  }

  /// The classes in the order of their folders.
  ///
  /// @param list of the classes, if there is one
  private Set<String> walk(Path list) throws DataSetException {
    try {
      FolderWalk walk = new FolderWalk(root, Set.of(list));
      for (List<Part> parts = walk.next(); !parts.isEmpty(); parts = walk.next()) {
        parts.forEach(this::add);
      }
      for (LeftOut one : walk.leftOut()) {
        notes.leftOut.add(one);
      }
      return new LinkedHashSet<>(walk.classes());
    } catch (FolderException e) {
      throw new DataSetException(e.objection(), e);
    }
  }

  private void add(Part part) {
    String className = part.className();
    if (className == null) {
      notes.leftOut.add(LeftOutReason.NO_CLASS.of(), part.names().size(), part.names().getFirst());
      return;
    }
    String prefix = slashes(root.relativize(part.folder())) + "/";
    int index = found.computeIfAbsent(className, _ -> found.size());
    for (String name : part.names()) {
      names.add(prefix + name);
      indices.add(index);
    }
  }

  private DataSet collected(Set<String> classes, @Nullable ClassList declared, ReadAs as)
      throws DataSetException {
    FolderClasses all = FolderClasses.of(classes, declared, as, notes, root::resolve);
    int[] places = new int[found.size()];
    found.forEach((name, key) -> places[key] = all.index(name));
    SeveralFrames.remark(root, names, notes);
    Labels labels =
        ClassLabels.oneClass(all.names(), indices.build().map(index -> places[index]).toArray());
    return new DataSet("image-folder", new FileEntries(root, names), labels, notes.about(labels));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}

package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.dataset.FolderWalk;
import org.mixoscope.dataset.FolderWalk.Part;

/// A folder with a sub-folder of pictures for each class, as torchvision's `ImageFolder` has it.
/// Pictures beside the sub-folders have no class and are left out.
final class ImageFolders {
  private ImageFolders() {}

  static DataSet open(Path folder) throws DataSetException {
    Path root = folder.toAbsolutePath().normalize();
    Names names = new Names();
    Map<String, Integer> classes = new HashMap<>();
    IntStream.Builder indices = IntStream.builder();
    try {
      FolderWalk walk = new FolderWalk(root);
      for (List<Part> parts = walk.next(); !parts.isEmpty(); parts = walk.next()) {
        for (Part part : parts) {
          String className = part.className();
          if (className != null) {
            String prefix = slashes(root.relativize(part.folder())) + "/";
            int index = classes.computeIfAbsent(className, _ -> classes.size());
            for (String name : part.names()) {
              names.add(prefix + name);
              indices.add(index);
            }
          }
        }
      }
    } catch (FolderException e) {
      throw new DataSetException(e.objection(), e);
    }
    if (classes.isEmpty()) {
      throw new DataSetException(DataSetReason.NO_CLASSES.of(folder));
    }
    List<String> sorted = classes.keySet().stream().sorted().toList();
    int[] places = new int[sorted.size()];
    for (int place = 0; place < places.length; place++) {
      places[Objects.requireNonNull(classes.get(sorted.get(place)))] = place;
    }
    int[] all = indices.build().map(index -> places[index]).toArray();
    return new DataSet(
        "image-folder", new FileEntries(root, names), new Labels(sorted, all, Map.of()));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}

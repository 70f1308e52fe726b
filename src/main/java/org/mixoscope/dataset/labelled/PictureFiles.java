package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.dataset.FolderWalk;
import org.mixoscope.dataset.FolderWalk.Part;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.LeftOuts;

/// The pictures below a folder whatever folders they are in.
final class PictureFiles {
  private PictureFiles() {}

  /// Their names from the folder on, with `/` between folders, in the order of [FolderWalk].
  ///
  /// @param companion what the names of files end in that belong to pictures, and are not counted
  /// @param leftOut counts what is none. Modified
  static List<String> below(Path folder, String companion, LeftOuts leftOut)
      throws DataSetException {
    try {
      Path root = folder.toAbsolutePath();
      FolderWalk walk = new FolderWalk(root);
      List<String> all = new ArrayList<>();
      for (List<Part> parts = walk.next(); !parts.isEmpty(); parts = walk.next()) {
        for (Part part : parts) {
          String inside = root.relativize(part.folder()).toString().replace('\\', '/');
          String prefix = inside.isEmpty() ? "" : inside + "/";
          part.names().forEach(name -> all.add(prefix + name));
        }
      }
      for (LeftOut one : walk.leftOut()) {
        if (!one.why().equals(LeftOutReason.NO_PICTURE.of(companion))
            && !one.why().equals(LeftOutReason.EMPTY.of(companion))) {
          leftOut.add(one);
        }
      }
      return all;
    } catch (FolderException e) {
      throw new DataSetException(e.objection(), e);
    }
  }
}

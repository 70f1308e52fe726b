package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import org.mixoscope.image.GifFrames;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;

/// Finds out whether pictures of a data set are clips: animated, of several slices, or slices that
/// lie in a folder of their own. The first of each kind is told, so that nobody mixes first frames
/// without knowing it.
final class SeveralFrames {
  /// How many files are opened.
  private static final int MOST = 16;

  private static final String SLICE = ".dcm";

  private SeveralFrames() {}

  /// @param root that the names start from
  static void remark(Path root, Names names, Notes notes) {
    PictureReader reader = new PictureReader();
    boolean found = false;
    boolean apart = false;
    String before = "";
    for (int i = 0, opened = 0; i < names.size() && !(found && apart); i++) {
      String name = names.get(i);
      boolean may = PictureNames.ending(name).equals(".gif") || PictureNames.mayHavePages(name);
      if (!found && may && opened++ < MOST && hasSeveral(reader, root.resolve(name))) {
        found = true;
        notes.remark(FindingReason.FIRST_FRAMES.of(name));
      }
      if (!apart && name.endsWith(SLICE)) {
        String folder = name.substring(0, name.lastIndexOf('/'));
        apart = folder.contains("/") && folder.equals(before);
        before = folder;
        if (apart) {
          notes.remark(FindingReason.SLICES_APART.of(folder));
        }
      }
    }
  }

  private static boolean hasSeveral(PictureReader reader, Path file) {
    try {
      return PictureNames.mayHavePages(file.toString())
          ? reader.pages(file) > 1
          : GifFrames.open(file, reader.maxPixels()).delays().size() > 1;
    } catch (PictureException e) {
      return false; // whoever reads it says so
    }
  }
}

package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.recipe.Source;

/// Clips in a sub-folder for each class: folders of frames, GIFs, videos and volumes. Names are in
/// the order of their characters, as classes of pictures are.
///
/// @param clips class by class
/// @param classes by their index
/// @param leftOut files that are no clips
public record ClipFolder(List<Source> clips, List<String> classes, List<Path> leftOut) {
  /// Keeps copies.
  public ClipFolder {
    clips = List.copyOf(clips);
    classes = List.copyOf(classes);
    leftOut = List.copyOf(leftOut);
  }

  /// Looks into a folder. Only files that may be volumes are opened, to see whether they are.
  ///
  /// @throws IOException if it cannot be read
  public static ClipFolder open(Path folder, ClipReader reader) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw ClipReason.NO_FOLDER.failure(null, folder);
    }
    List<Source> clips = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    List<Path> leftOut = new ArrayList<>();
    for (Path each : children(folder)) {
      if (!Files.isDirectory(each)) {
        leftOut.add(each);
        continue;
      }
      String name = String.valueOf(each.getFileName());
      classes.add(name);
      for (Path file : children(each)) {
        String location = reader.whole(file.toString());
        boolean isClip =
            Files.isDirectory(file)
                || ClipReader.isVideo(file)
                || ClipReader.isVolume(location)
                || file.toString().toLowerCase(Locale.ROOT).endsWith(".gif");
        if (isClip) {
          clips.add(new Source(location, name));
        } else {
          leftOut.add(file);
        }
      }
    }
    return new ClipFolder(clips, classes, leftOut);
  }

  /// Whether all of them are volumes.
  ///
  /// @throws IOException if a folder cannot be read
  public boolean hasOnlyVolumes() throws IOException {
    for (Source clip : clips) {
      if (!ClipReader.isVolume(clip.location())) {
        return false;
      }
    }
    return !clips.isEmpty();
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted(
              (a, b) ->
                  ClassOrder.NAME
                      .comparator()
                      .compare(a.getFileName().toString(), b.getFileName().toString()))
          .toList();
    }
  }
}

package org.mixoscope.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells a file that is dropped on a picture to say what is where in it from another picture.
final class MarkedBy {
  private static final Set<String> TEXTS =
      Set.of("json", "jsonl", "ndjson", "xml", "txt", "yaml", "yml");
  private static final Pattern ENDING =
      Pattern.compile(
          "([_.-]?(mask|masks|seg|segmentation|label|labels|labelids|labeltrainids|gt|annotation)"
              + "s?)?");

  /// What of a PNG says how its colours are stored, and where.
  private static final int HEADER = 26;

  private static final int COLOUR_TYPE = 25;
  private static final int GREY = 0;
  private static final int PALETTE = 3;

  private MarkedBy() {}

  /// Whether it is text, or a PNG of indices that is named after the picture, as `dog.png` and
  /// `dog_mask.png` are after `dog.jpg`.
  static boolean isFor(Path file, String picture) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    if (TEXTS.contains(extension)) {
      return true;
    }
    return extension.equals("png")
        && !file.toAbsolutePath().toString().equals(picture)
        && isNamedAfter(stem(name), stem(fileName(picture)))
        && hasIndices(file);
  }

  private static boolean isNamedAfter(String mask, String picture) {
    return !picture.isEmpty()
        && mask.startsWith(picture)
        && ENDING.matcher(mask.substring(picture.length())).matches();
  }

  private static String fileName(String location) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    return name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static boolean hasIndices(Path png) throws IOException {
    try (InputStream in = Files.newInputStream(png)) {
      byte[] header = in.readNBytes(HEADER);
      return header.length == HEADER
          && (header[COLOUR_TYPE] == GREY || header[COLOUR_TYPE] == PALETTE);
    }
  }
}

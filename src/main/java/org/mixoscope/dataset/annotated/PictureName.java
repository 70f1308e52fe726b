package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;

/// Finds a picture by its location among the names that a file has for its pictures. Of several
/// with its name it is the one of whose folders most are those of the location.
final class PictureName {
  private PictureName() {}

  /// Which of some names it is.
  ///
  /// @param file for messages
  /// @throws PictureException if none is, or several
  static int one(Path file, List<String> names, String picture) throws PictureException {
    List<Integer> best = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < names.size(); i++) {
      int alike = alike(names.get(i), picture);
      if (alike > most) {
        best.clear();
        most = alike;
      }
      if (alike == most) {
        best.add(i);
      }
    }
    if (best.size() != 1) {
      String wanted = parts(picture)[parts(picture).length - 1];
      throw AnnotationReason.NOT_LISTED.failure(file, wanted, best.size());
    }
    return best.getFirst();
  }

  /// The text in a row that is the name of a picture.
  ///
  /// @return null if there is none
  static @Nullable String in(JsonNode row, String picture) {
    return StreamSupport.stream(row.spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> alike(text, picture) > 0)
        .findFirst()
        .orElse(null);
  }

  /// How many parts at the end of two paths are the same; 0 if they are of two pictures.
  private static int alike(String name, String picture) {
    String[] one = parts(name);
    String[] other = parts(picture);
    int count = 0;
    while (count < Math.min(one.length, other.length)
        && isSame(one[one.length - 1 - count], other[other.length - 1 - count], count == 0)) {
      count++;
    }
    return count;
  }

  /// A name in a table may lack what the picture's ends in.
  private static boolean isSame(String name, String picture, boolean isLast) {
    return name.equalsIgnoreCase(picture)
        || (isLast
            && PictureNames.isPicture(picture)
            && name.equalsIgnoreCase(
                picture.substring(0, picture.length() - PictureNames.ending(picture).length())));
  }

  private static String[] parts(String path) {
    String slashed = path.strip().replace('\\', '/');
    return Normalizer.normalize(slashed, Normalizer.Form.NFC).split("/", -1);
  }
}

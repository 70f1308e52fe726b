package org.mixoscope.recipe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.kernel.RefusedException;

/// What a recipe that travels calls a picture: nothing of the machine that it lay on, but enough to
/// find it elsewhere and to know it again.
///
/// @param path the way to it from the folder of the file that carries the recipe, or its name
///   alone, with `/` between folders; `FILE#WHICH` for a picture inside a larger file
/// @param contents of the picture itself, also where it lies inside a larger file
public record Reference(String path, Fingerprint contents) {
  private static final Pattern LOCATION =
      Pattern.compile("sha256:([0-9a-f]{32}):(\\d{1,18}):(.+)", Pattern.DOTALL);

  /// @throws IllegalArgumentException if the path is blank
  public Reference {
    if (path.isBlank()) {
      throw new RefusedException(RecipeReason.NO_SOURCE.of());
    }
  }

  /// The reference that a location is, if it is one.
  public static Optional<Reference> at(String location) {
    Matcher matcher = LOCATION.matcher(location);
    return matcher.matches() && !matcher.group(3).isBlank()
        ? Optional.of(
            new Reference(
                matcher.group(3),
                new Fingerprint(Long.parseLong(matcher.group(2)), matcher.group(1))))
        : Optional.empty();
  }

  /// As the location of a source that is not found yet.
  public String location() {
    return "sha256:%s:%d:%s".formatted(contents.sha256(), contents.bytes(), path);
  }

  /// What people call it: the end of its path.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package org.mixoscope.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;

/// Recipes as they leave the machine, in a picture, a figure or a text: they say nothing of where
/// on it the pictures lie, and [Search] finds these again.
public final class Departure {
  /// Folders that have no more in common than a disk, or what the homes of all users lie in, are
  /// strangers: the way from one to the other would say whose they are.
  private static final int LEAST_IN_COMMON = 2;

  private Departure() {}

  /// Like the form with contents, which are read.
  public static Recipe of(Recipe recipe, @Nullable Path folder) {
    return of(recipe, folder, Contents::read);
  }

  /// The recipe with [Reference]s in place of files.
  ///
  /// @param folder of the file that will carry it; null for a text that goes anywhere
  /// @param contents of the pictures; one that is not known is named only
  public static Recipe of(Recipe recipe, @Nullable Path folder, Contents contents) {
    Path from = folder == null ? null : folder.toAbsolutePath().normalize();
    return recipe.moved(location -> leaving(location, from, contents));
  }

  private static String leaving(String location, @Nullable Path from, Contents contents) {
    if (Sample.isOne(location) || Reference.at(location).isPresent()) {
      return location;
    }
    String path = path(location, from);
    try {
      return new Reference(path, contents.of(location)).location();
    } catch (IOException e) {
      return path; // It was deleted since it was mixed: there is nothing to know it by.
    }
  }

  private static String path(String location, @Nullable Path from) {
    Optional<PackedPicture> packed = PackedPicture.at(location);
    return packed.isPresent()
        ? PackedPicture.location(way(packed.get().file(), from), packed.get().which())
        : way(Path.of(location), from);
  }

  /// The way to a file from a folder, if that tells nothing of the machine; else its name.
  private static String way(Path file, @Nullable Path from) {
    Path there = file.toAbsolutePath().normalize();
    Path way =
        from != null && (there.startsWith(from) || inCommon(there, from) >= LEAST_IN_COMMON)
            ? from.relativize(there)
            : Objects.requireNonNullElse(there.getFileName(), there);
    return way.toString().replace(there.getFileSystem().getSeparator(), "/");
  }

  /// How many folders two paths begin with alike; 0 on different disks.
  private static int inCommon(Path one, Path other) {
    int alike = 0;
    if (Objects.equals(one.getRoot(), other.getRoot())) {
      int most = Math.min(one.getNameCount(), other.getNameCount());
      while (alike < most && one.getName(alike).equals(other.getName(alike))) {
        alike++;
      }
    }
    return alike;
  }
}

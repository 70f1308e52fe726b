package org.mixoscope.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;

/// Where the pictures of a recipe are looked for that came from elsewhere. One is found only where
/// the contents are those that the recipe means: its name alone says nothing.
///
/// @param beside the folder of the file that carries the recipe; null for a text
/// @param open the folder of pictures that is open, or the samples
/// @param recent locations of pictures that were mixed lately
public record Search(@Nullable Path beside, SourcePool open, List<String> recent) {
  /// Samples are at hand everywhere.
  public Search {
    recent = recent.stream().filter(location -> !Sample.isOne(location)).toList();
  }

  /// Beside a file, and nowhere else.
  public static Search beside(Path folder) {
    return new Search(folder, Sample.POOL, List.of());
  }

  /// What was found.
  ///
  /// @param recipe names pictures by where they are; those that were not found stay references
  /// @param missing those, each once
  public record Result(Recipe recipe, List<Missing> missing) {}

  /// A picture that was not found.
  ///
  /// @param impostors files with its name and other contents, which were not taken
  public record Missing(Reference reference, List<String> impostors) {}

  /// Looks for the pictures and the mask of a recipe. Reads files.
  public Result find(Recipe recipe) {
    Map<String, String> places = new HashMap<>();
    List<Missing> missing = new ArrayList<>();
    Recipe here =
        recipe.moved(
            location -> places.computeIfAbsent(location, unknown -> place(unknown, missing)));
    return new Result(here, List.copyOf(missing));
  }

  /// @param missing is added to if there is nothing at the place. Modified
  private String place(String location, List<Missing> missing) {
    Optional<Reference> reference = Reference.at(location);
    if (reference.isEmpty()) {
      return beside(location).filter(Search::isThere).orElse(location);
    }
    List<String> impostors = new ArrayList<>();
    Optional<String> found = find(reference.get(), impostors);
    if (found.isEmpty()) {
      missing.add(new Missing(reference.get(), List.copyOf(impostors)));
    }
    return found.orElse(location);
  }

  /// What a plain name means beside the file that carries it.
  private Optional<String> beside(String location) {
    try {
      return beside == null || Sample.isOne(location) || Path.of(location).isAbsolute()
          ? Optional.empty()
          : Optional.of(beside.resolve(location).toString());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// By its name, then by its contents.
  ///
  /// @param impostors is added to. Modified
  private Optional<String> find(Reference wanted, List<String> impostors) {
    try {
      for (String place : named(wanted.path()).distinct().filter(Search::isThere).toList()) {
        if (holds(place, wanted.contents())) {
          return Optional.of(place);
        }
        impostors.add(place);
      }
      return Stream.concat(neighbours(), recent.stream())
          .filter(Search::isFile)
          .filter(file -> holds(file, wanted.contents()))
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty(); // Its name is none on this system.
    }
  }

  /// Where something of this name may be, the likeliest first.
  private Stream<String> named(String path) {
    String file = PackedPicture.fileOf(path);
    String inside = path.substring(file.length());
    String name = String.valueOf(Path.of(file).getFileName());
    Stream<String> near =
        beside == null
            ? Stream.of()
            : Stream.of(file, name).map(one -> beside.resolve(one).normalize() + inside);
    List<String> opened = inside.isEmpty() ? open.named(name) : List.of();
    Stream<String> mixed = recent.stream().filter(one -> isNamed(one, name, inside));
    return Stream.of(near, opened.stream(), mixed).flatMap(all -> all);
  }

  private static boolean isNamed(String location, String name, String inside) {
    String file = PackedPicture.fileOf(location);
    return location.substring(file.length()).equals(inside)
        && Path.of(file).getFileName().toString().equals(name);
  }

  private Stream<String> neighbours() {
    if (beside == null) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(beside)) {
      return files.map(Path::toString).sorted().toList().stream();
    } catch (IOException e) {
      return Stream.of(); // A folder that cannot be listed has nothing to offer.
    }
  }

  private static boolean isThere(String location) {
    return isFile(location) || isFolder(location) || PackedPicture.at(location).isPresent();
  }

  /// Of the frames of a clip.
  private static boolean isFolder(String location) {
    return !Sample.isOne(location) && Files.isDirectory(Path.of(location));
  }

  private static boolean isFile(String location) {
    return !Sample.isOne(location) && Files.isRegularFile(Path.of(location));
  }

  /// The length is compared first: it costs nothing.
  private static boolean holds(String location, Fingerprint wanted) {
    try {
      return (!isFile(location) || Files.size(Path.of(location)) == wanted.bytes())
          && Contents.read(location).equals(wanted);
    } catch (IOException e) {
      return false; // What cannot be read is not what is wanted.
    }
  }
}

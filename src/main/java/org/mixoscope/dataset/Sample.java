package org.mixoscope.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mixoscope.recipe.Source;

/// A photograph that is shipped with the app.
///
/// @param name its name and default class
public record Sample(String name) {
  private static final String SCHEME = "sample:";

  /// Location of the mask that is shipped with the app: a soft white spot on black.
  public static final String MASK = SCHEME + "mask";

  /// Location of what is shipped with the app of the objects in most samples.
  public static final String OBJECTS = SCHEME + "objects";

  private static final Set<String> MARKED = Set.of("cat", "coffee", "astronaut", "rocket");

  /// All of them, the first two being what the app opens with.
  public static final List<Sample> ALL =
      List.of(
          new Sample("cat"),
          new Sample("coffee"),
          new Sample("astronaut"),
          new Sample("rocket"),
          new Sample("retina"),
          new Sample("galaxies"));

  /// All of them, to draw from.
  public static final SourcePool POOL =
      new SourcePool() {
        @Override
        public int size() {
          return ALL.size();
        }

        @Override
        public Source source(int number) {
          return ALL.get(number).source();
        }

        @Override
        public int indexOf(String location) {
          return at(location).map(ALL::indexOf).orElse(-1);
        }
      };

  /// The sample that a location like `sample:cat` means.
  public static Optional<Sample> at(String location) {
    return ALL.stream().filter(sample -> sample.location().equals(location)).findFirst();
  }

  /// Whether a location means a sample, or their mask or objects, and no file.
  public static boolean isOne(String location) {
    return location.startsWith(SCHEME);
  }

  /// What is at a location, if it is one of ours: an encoded picture or mask, or objects as COCO's
  /// instances.
  static Optional<byte[]> bytesAt(String location) {
    return switch (location) {
      case MASK -> Optional.of(resource("mask.png"));
      case OBJECTS -> Optional.of(resource("objects.json"));
      default -> at(location).map(sample -> resource(sample.name + ".jpg"));
    };
  }

  /// Whether [#OBJECTS] says what is where in it.
  public boolean hasObjects() {
    return MARKED.contains(name);
  }

  /// How recipes refer to it.
  public String location() {
    return SCHEME + name;
  }

  /// As a source, labelled with its own name.
  public Source source() {
    return new Source(location(), name);
  }

  private static byte[] resource(String file) {
    try (InputStream stream = Sample.class.getResourceAsStream("samples/" + file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing from this build");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

package org.mixoscope;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The rooms of the house, from the ground up, and which others each may enter.
enum Room {
  KERNEL,
  STATS(KERNEL),
  RECIPE(KERNEL),
  TEXT(RECIPE, KERNEL),
  LESSON(RECIPE, KERNEL),
  TENSOR(KERNEL),
  IMAGE(KERNEL),
  DATASET(IMAGE, RECIPE, KERNEL),
  CLIP(DATASET, IMAGE, RECIPE, KERNEL),
  BATCH(CLIP, DATASET, IMAGE, TENSOR, TEXT, RECIPE, STATS, KERNEL),
  LAB(DATASET, IMAGE, KERNEL),
  FIGURE(DATASET, IMAGE, TENSOR, RECIPE, STATS, KERNEL),
  APP(FIGURE, LESSON, BATCH, CLIP, LAB, DATASET, IMAGE, TENSOR, TEXT, RECIPE, STATS, KERNEL),
  CLI(APP, FIGURE, LESSON, BATCH, CLIP, LAB, DATASET, IMAGE, TENSOR, TEXT, RECIPE, STATS, KERNEL),
  /// Compiled by the profile of its name alone, from sources of its own.
  SPARK(CLI, BATCH, DATASET, IMAGE, RECIPE, KERNEL);

  static final String OURS = "org.mixoscope";

  private final Room[] others;

  Room(Room... others) {
    this.others = others;
  }

  /// The room that a package is part of.
  static Optional<Room> of(String packageName) {
    return Stream.of(values())
        .filter(room -> (packageName + ".").startsWith(room.root() + "."))
        .findFirst();
  }

  boolean mayEnter(Room other) {
    return other == this || Arrays.asList(others).contains(other);
  }

  /// Its package.
  String root() {
    return OURS + "." + name().toLowerCase(Locale.ROOT);
  }

  /// All its packages, as ArchUnit wants them.
  String packages() {
    return root() + "..";
  }

  /// All packages of the rooms that it may enter, and its own.
  String[] open() {
    return Stream.of(values()).filter(this::mayEnter).map(Room::packages).toArray(String[]::new);
  }

  static String[] all() {
    return Stream.of(values()).map(Room::packages).toArray(String[]::new);
  }
}

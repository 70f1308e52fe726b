package org.mixoscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files under `src/test/resources/version-0.1.0`, which that version wrote.
final class Version010 {
  static final Path FOLDER = Path.of("src", "test", "resources", "version-0.1.0").toAbsolutePath();

  /// Where the pictures lay when it did.
  private static final String THERE = "/home/ada/pictures";

  private Version010() {}

  /// A recipe that it wrote.
  ///
  /// @param file with the recipe inside, relative to the folder
  /// @param hash SHA-256 of the mixed pixels, uint8 RGB row by row, in hexadecimal
  /// @param line the same recipe as a line of text
  record Row(String file, String hash, String line) {
    Path path() {
      return FOLDER.resolve(file);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Row> recipes() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("recipes.tsv"))) {
      String[] cells = line.split("\t", -1);
      rows.add(new Row(cells[0], cells[1], cells[2]));
    }
    return rows;
  }

  /// The names of its jobs.
  static List<String> jobs() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER.resolve("jobs"))) {
      return all.filter(job -> Files.exists(job.resolve("arguments.txt")))
          .map(job -> job.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /// A recipe as JSON, its pictures being where they are now.
  static String moved(String json) {
    return json.replace(THERE, FOLDER.resolve("pictures").toString().replace('\\', '/'));
  }

  /// Copies a folder with all that is in it.
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// The contents of all files of a folder by their names.
  static SortedMap<String, byte[]> contents(Path folder) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        contents.put(name, Files.readAllBytes(file));
      }
    }
    return contents;
  }
}

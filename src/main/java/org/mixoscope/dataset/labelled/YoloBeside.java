package org.mixoscope.dataset.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.image.PictureNames;

/// A folder of pictures with YOLO's labels beside them, `a.jpg` and `a.txt`, as Darknet has them. A
/// caption beside a picture is no label: it is not of numbers.
///
/// @param pictures their names, in order
/// @param first the name of a label file
record YoloBeside(List<String> pictures, String first) {
  /// What the file of the classes may be called.
  static final String[] CLASSES = {"classes.txt", "_darknet.labels", "obj.names"};

  private static final String ENDING = ".txt";
  private static final Pattern INDEX = Pattern.compile("\\d+");
  private static final Pattern NUMBER = Pattern.compile("[-+.\\deE]+");
  private static final int WORDS = 5;
  private static final int MOST_BYTES = 1 << 24;

  /// In how many files an object is looked for.
  private static final int LOOKS = 32;

  /// Null for a folder of something else.
  static @Nullable YoloBeside in(Path folder) throws IOException {
    Set<String> all = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !Clutter.isOne(name))
          .forEach(all::add);
    }
    List<String> pictures = all.stream().filter(PictureNames::isPicture).toList();
    List<String> labels =
        pictures.stream().map(name -> MaskNames.stem(name) + ENDING).filter(all::contains).toList();
    if (2 * labels.size() < pictures.size() || TableFile.in(folder).isPresent()) {
      return null;
    }
    for (String label : labels.subList(0, Math.min(LOOKS, labels.size()))) {
      String line = firstLine(folder.resolve(label));
      if (line != null) {
        return isObject(line) ? new YoloBeside(pictures, label) : null;
      }
    }
    return null;
  }

  /// Of a file with one; null if there is none.
  private static @Nullable String firstLine(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      return "";
    }
    try (BufferedReader lines = TextFile.open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          return line;
        }
      }
      return null;
    } catch (CharacterCodingException e) {
      return ""; // no text at all
    }
  }

  private static boolean isObject(String line) {
    String[] words = line.strip().split("\\s+");
    return words.length >= WORDS
        && INDEX.matcher(words[0]).matches()
        && Stream.of(words).allMatch(word -> NUMBER.matcher(word).matches());
  }
}

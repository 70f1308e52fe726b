package org.mixoscope.dataset.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which colour of a mask stands for which class, as a text file lists them: CVAT's `labelmap.txt`
/// with `name:r,g,b:parts:actions`, a table of `name,r,g,b`, or lines of `r g b name`.
///
/// Black is the background and gets index 0 wherever it stands: some programs sort their classes.
///
/// @param file that lists them
/// @param names of the classes
/// @param indices of the colours, 0xRRGGBB
record ColourMap(Path file, List<String> names, Map<Integer, Integer> indices) {
  /// Files of colours that are looked for, in the order of preference.
  static final List<String> IN_FOLDERS =
      List.of("labelmap.txt", "class_dict.csv", "label_colors.txt");

  private static final String NUMBERS =
      "(\\d{1,3})\\s*[, \\t]\\s*(\\d{1,3})\\s*[, \\t]\\s*(\\d{1,3})";
  private static final List<Pattern> NAME_FIRST =
      List.of(
          Pattern.compile("([^:]+):\\s*" + NUMBERS + "\\s*(:.*)?"),
          Pattern.compile("([^,]+),\\s*" + NUMBERS));
  private static final Pattern NAME_LAST = Pattern.compile(NUMBERS + "[, \\t]+(\\S.*)");
  private static final Pattern HEAD =
      Pattern.compile("#.*|name\\s*,\\s*r\\s*,.*", Pattern.CASE_INSENSITIVE);
  private static final int WHITE = 255;

  private record Entry(String name, int colour) {}

  /// What a file lists; null if it is a list of something else.
  static @Nullable ColourMap read(Path file) throws DataSetException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(file, bytes);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }

  /// What is in a file.
  ///
  /// @param file what to call it
  static @Nullable ColourMap read(Path file, InputStream bytes) throws DataSetException {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines = TextFile.of(bytes)) {
      for (String line : lines.readAllLines()) {
        String text = line.strip();
        if (text.isEmpty() || HEAD.matcher(text).matches()) {
          continue;
        }
        Entry entry = entry(text);
        if (entry == null) {
          return null;
        }
        entries.add(entry);
      }
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
    return entries.isEmpty() ? null : of(file, entries);
  }

  /// That of a folder, if it has one.
  static @Nullable ColourMap in(Path folder) throws DataSetException {
    for (String name : IN_FOLDERS) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    return null;
  }

  private static @Nullable Entry entry(String text) {
    for (Pattern pattern : NAME_FIRST) {
      Matcher found = pattern.matcher(text);
      if (found.matches()) {
        return entry(found.group(1), found, 2);
      }
    }
    Matcher found = NAME_LAST.matcher(text);
    return found.matches() ? entry(found.group(4), found, 1) : null;
  }

  private static @Nullable Entry entry(String name, Matcher found, int from) {
    int colour = 0;
    for (int i = from; i < from + 3; i++) {
      int value = Integer.parseInt(found.group(i));
      if (value > WHITE) {
        return null;
      }
      colour = colour << Byte.SIZE | value;
    }
    return new Entry(name.strip(), colour);
  }

  private static ColourMap of(Path file, List<Entry> all) {
    List<Entry> ordered = new ArrayList<>(all.stream().filter(one -> one.colour == 0).toList());
    all.stream().filter(one -> one.colour != 0).forEach(ordered::add);
    Map<Integer, Integer> indices = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Entry one : ordered) {
      if (indices.putIfAbsent(one.colour, names.size()) == null) {
        names.add(one.name);
      }
    }
    return new ColourMap(file, List.copyOf(names), Map.copyOf(indices));
  }
}

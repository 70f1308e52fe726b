package org.mixoscope.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shipped with the program and has another licence than it. The build refuses a library
/// that has no row here.
///
/// @param licence as SPDX calls it
/// @param address where it comes from
record Shipped(String name, String licence, String address) {
  /// All of it, libraries first.
  static List<Shipped> all() {
    try (@Nullable InputStream rows = Shipped.class.getResourceAsStream("licences.tsv")) {
      if (rows == null) {
        throw new IllegalStateException("licences.tsv is missing from this build");
      }
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(row -> row.split("\t", -1))
          .map(cells -> new Shipped(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As a line of a table to copy.
  String line() {
    return String.join("\t", name, licence, address);
  }
}

package org.mixoscope.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The reference tables under `src/test/resources/reference`, computed by other people's code.
public final class ReferenceCsv {
  private ReferenceCsv() {}

  /// One row; its text is the name of its test.
  public record Row(List<String> columns, List<String> values, String line) {
    /// The value of a column, as printed.
    public String text(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("column = " + column + ": not one of " + columns);
      }
      return values.get(index);
    }

    /// The value of a column of numbers.
    public double number(String column) {
      return Double.parseDouble(text(column));
    }

    /// The value of a column of whole numbers.
    public int whole(String column) {
      return Integer.parseInt(text(column));
    }

    @Override
    public String toString() {
      return line;
    }
  }

  /// All rows of a table.
  ///
  /// @param header the first line that the table must have, so that no column is overlooked
  /// @throws IllegalStateException if the table has another header, no rows, or a row of another
  ///   length
  public static List<Row> rows(String name, String header) {
    List<String> lines = lines(name);
    if (lines.isEmpty() || !lines.getFirst().equals(header)) {
      throw new IllegalStateException(name + ": its header is not " + header);
    }
    List<String> columns = split(header);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = split(line);
      if (values.size() != columns.size()) {
        throw new IllegalStateException(name + ": not one value per column in " + line);
      }
      rows.add(new Row(columns, values, line));
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(name + ": has no rows");
    }
    return rows;
  }

  private static List<String> lines(String name) {
    try (InputStream in = ReferenceCsv.class.getResourceAsStream("/reference/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not among the test resources");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// At the commas that are not within quotes.
  private static List<String> split(String line) {
    List<String> values = new ArrayList<>();
    for (String value : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      values.add(value.replace("\"", "").strip());
    }
    return values;
  }
}

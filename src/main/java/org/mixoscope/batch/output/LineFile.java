package org.mixoscope.batch.output;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of lines that grows at its end. What a run that was ended by force has left of a last
/// line is cut off.
public final class LineFile implements Closeable {
  private final AppendFile file;
  private int lines;

  /// Opens what is there, or begins it.
  public LineFile(Path path) throws IOException {
    Whole whole = Whole.in(path);
    lines = whole.lines();
    file = new AppendFile(path, whole.bytes());
  }

  /// How many whole lines a file has; none if it is not there.
  public static int count(Path path) throws IOException {
    return Whole.in(path).lines();
  }

  /// Whole lines.
  ///
  /// @param lines how many
  /// @param bytes that they are
  private record Whole(int lines, long bytes) {
    static Whole in(Path path) throws IOException {
      if (!Files.exists(path)) {
        return new Whole(0, 0);
      }
      int lines = 0;
      long bytes = 0;
      long at = 0;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
        for (int one = in.read(); one >= 0; one = in.read()) {
          at++;
          if (one == '\n') {
            bytes = at;
            lines++;
          }
        }
      }
      return new Whole(lines, bytes);
    }
  }

  /// How many lines there are.
  public int lines() {
    return lines;
  }

  /// Adds a line.
  ///
  /// @param line with its end
  public void append(byte[] line) throws IOException {
    file.append(line);
    lines++;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

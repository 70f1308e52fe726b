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
    file = new AppendFile(path, Files.exists(path) ? whole(path) : 0);
  }

  /// Counts whole lines.
  ///
  /// @return how many bytes they are
  private long whole(Path path) throws IOException {
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
    return bytes;
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

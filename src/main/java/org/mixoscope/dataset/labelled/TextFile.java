package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// UTF-8 text; what is no UTF-8 is refused, not replaced.
final class TextFile {
  /// Spreadsheets on Windows begin a text with it.
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  static BufferedReader open(Path file) throws IOException {
    BufferedReader reader = Files.newBufferedReader(file, UTF_8);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }
}

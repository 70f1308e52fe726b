package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;

/// UTF-8 text; what is no UTF-8 is refused, not replaced.
final class TextFile {
  /// Spreadsheets on Windows begin a text with it.
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  static BufferedReader open(Path file) throws IOException {
    return of(Files.newInputStream(file));
  }

  /// The same for what is in a larger file.
  static BufferedReader of(InputStream bytes) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }
}

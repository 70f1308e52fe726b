package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `metadata.jsonl`: a line for each sample, in their order.
final class MetadataFile {
  static final String NAME = "metadata.jsonl";

  /// Within a text of JSON it would be `\"index\":`.
  private static final String INDEX = "\"index\":";

  private MetadataFile() {}

  /// The lines of the samples before one.
  ///
  /// @param lines how many
  /// @param bytes how long they are
  record Before(int lines, long bytes) {}

  static Before before(Path folder, int sample) throws IOException {
    int lines = 0;
    long bytes = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(NAME)))) {
      byte[] line = line(in);
      while (isOf(line, sample)) {
        lines++;
        bytes += line.length;
        line = line(in);
      }
    }
    return new Before(lines, bytes);
  }

  /// With its end; without, if a run was ended in the middle of it.
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    int next = in.read();
    while (next >= 0) {
      line.write(next);
      next = next == '\n' ? -1 : in.read();
    }
    return line.toByteArray();
  }

  /// Whether a line is whole and that of a sample before one.
  private static boolean isOf(byte[] line, int sample) {
    if (line.length == 0 || line[line.length - 1] != '\n') {
      return false;
    }
    String text = new String(line, US_ASCII);
    int from = text.indexOf(INDEX) + INDEX.length();
    int to = from;
    while (Character.isDigit(text.charAt(to))) {
      to++;
    }
    return Integer.parseInt(text, from, to, 10) < sample;
  }
}

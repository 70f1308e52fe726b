package org.mixoscope.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mixoscope.kernel.RefusedException;

/// Files that are one text each, in UTF-8.
public final class TextFile {
  private static final int MOST_BYTES = 4 * Passage.MOST_CHARACTERS;
  private static final String MARK = "\uFEFF";

  private TextFile() {}

  /// What a file says, without a byte order mark and without the line break that ends it.
  ///
  /// @throws TextException if it cannot be read, is not UTF-8, too long, empty or without a word
  public static String read(Path file) throws TextException {
    String text = decode(file, bytes(file));
    String unmarked = text.startsWith(MARK) ? text.substring(1) : text;
    if (unmarked.isBlank()) {
      throw new TextException(TextReason.EMPTY.of(file), null);
    }
    if (unmarked.indexOf(0) >= 0) {
      throw new TextException(TextReason.NOT_TEXT.of(file), null);
    }
    String whole = unmarked.replaceFirst("\\R\\z", "");
    try {
      Passage.require(file.toString(), whole);
    } catch (RefusedException e) {
      throw new TextException(e.objection(), e);
    }
    return whole;
  }

  private static byte[] bytes(Path file) throws TextException {
    if (Files.isDirectory(file)) {
      throw new TextException(TextReason.FOLDER.of(file), null);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new TextException(TextReason.TOO_LONG.of(file, Passage.MOST_CHARACTERS), null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new TextException(TextReason.NOT_FOUND.of(file), e);
    } catch (IOException e) {
      throw new TextException(TextReason.UNREADABLE.of(file), e);
    }
  }

  private static String decode(Path file, byte[] bytes) throws TextException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new TextException(TextReason.NOT_UTF_8.of(file, in.position()), null);
    }
    return out.flip().toString();
  }
}

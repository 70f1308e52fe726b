package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The recipe in an `iTXt` chunk of a PNG, with our name as its keyword.
final class RecipeInPng {
  private static final String KEYWORD = EmbeddedRecipe.NAME;
  private static final int SIGNATURE = 8;
  private static final int HEADER_END = 33;
  private static final int ENVELOPE = 12;
  private static final int ITXT = 0x69545874;
  private static final int MAX_TEXT = 16 << 20;

  private RecipeInPng() {}

  /// The PNG with the recipe right behind its header.
  static byte[] put(byte[] png, @Nullable String recipe) {
    if (recipe == null) {
      return png;
    }
    byte[] text = recipe.getBytes(UTF_8);
    // Keyword, end; not compressed, method 0; no language, no translated keyword.
    int length = KEYWORD.length() + 5 + text.length;
    ByteBuffer out = ByteBuffer.allocate(png.length + ENVELOPE + length);
    out.put(png, 0, HEADER_END).putInt(length).putInt(ITXT);
    out.put(KEYWORD.getBytes(ISO_8859_1)).put(new byte[5]).put(text);
    out.putInt(checksum(out.array(), HEADER_END + 4, 4 + length));
    out.put(png, HEADER_END, png.length - HEADER_END);
    return out.array();
  }

  static Optional<String> find(byte[] png) {
    ByteBuffer data = ByteBuffer.wrap(png);
    int at = SIGNATURE;
    while (png.length - at >= ENVELOPE) {
      int length = data.getInt(at);
      if (length < 0 || length > png.length - at - ENVELOPE) {
        return Optional.empty();
      }
      if (data.getInt(at + 4) == ITXT
          && data.getInt(at + 8 + length) == checksum(png, at + 4, 4 + length)) {
        Optional<String> text = text(data.slice(at + 8, length));
        if (text.isPresent()) {
          return text;
        }
      }
      at += ENVELOPE + length;
    }
    return Optional.empty();
  }

  /// The text of an `iTXt` chunk if it has our keyword.
  private static Optional<String> text(ByteBuffer chunk) {
    if (!upToZero(chunk).equals(KEYWORD)) {
      return Optional.empty();
    }
    boolean compressed = chunk.get() == 1;
    chunk.get();
    upToZero(chunk);
    upToZero(chunk);
    byte[] text = new byte[chunk.remaining()];
    chunk.get(text);
    return compressed ? inflated(text) : Optional.of(new String(text, UTF_8));
  }

  /// The Latin text before the next zero byte, which is skipped.
  private static String upToZero(ByteBuffer chunk) {
    int from = chunk.position();
    int to = from;
    while (chunk.get(to) != 0) {
      to++;
    }
    byte[] text = new byte[to - from];
    chunk.get(text).position(to + 1);
    return new String(text, ISO_8859_1);
  }

  private static Optional<String> inflated(byte[] text) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(text);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      // The limit is against bombs.
      while (!inflater.finished() && out.size() < MAX_TEXT) {
        int count = inflater.inflate(part);
        if (count == 0) {
          return Optional.empty();
        }
        out.write(part, 0, count);
      }
      return inflater.finished() ? Optional.of(out.toString(UTF_8)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    }
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}

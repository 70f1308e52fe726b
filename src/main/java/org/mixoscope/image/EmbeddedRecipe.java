package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The recipe inside a picture file, so that a picture can be taken apart and made again.
///
/// PNG carries it in an `iTXt` chunk with the keyword "mixoscope", JPEG in a comment that begins
/// with "mixoscope:". Both survive copying, neither survives every editor or messenger.
public final class EmbeddedRecipe {
  private static final String KEYWORD = "mixoscope";
  private static final byte[] COMMENT_PREFIX = (KEYWORD + ":").getBytes(UTF_8);

  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_HEADER_END = 33;
  private static final int PNG_ENVELOPE = 12;
  private static final int ITXT = 0x69545874;

  private static final int JPEG_COMMENT = 0xFE;
  private static final int JPEG_SCAN = 0xDA;
  private static final int JPEG_MAX_SEGMENT = 65_535;

  private static final int MAX_TEXT = 16 << 20;

  private EmbeddedRecipe() {}

  /// The recipe in a file; none if there is none or it is no PNG or JPEG.
  public static Optional<String> of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /// The recipe in the contents of a file.
  public static Optional<String> of(byte[] encoded) {
    try {
      return switch (Format.of(encoded)) {
        case PNG -> ofPng(encoded);
        case JPEG -> ofJpeg(encoded);
        default -> Optional.empty();
      };
    } catch (BadData | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /// The PNG with the recipe right behind its header.
  static byte[] intoPng(byte[] png, @Nullable String recipe) {
    if (recipe == null) {
      return png;
    }
    byte[] text = recipe.getBytes(UTF_8);
    // Keyword, end; not compressed, method 0; no language, no translated keyword.
    int length = KEYWORD.length() + 5 + text.length;
    ByteBuffer out = ByteBuffer.allocate(png.length + PNG_ENVELOPE + length);
    out.put(png, 0, PNG_HEADER_END).putInt(length).putInt(ITXT);
    out.put(KEYWORD.getBytes(ISO_8859_1)).put(new byte[5]).put(text);
    out.putInt(checksum(out.array(), PNG_HEADER_END + 4, 4 + length));
    out.put(png, PNG_HEADER_END, png.length - PNG_HEADER_END);
    return out.array();
  }

  /// The JPEG with the recipe in a comment at its beginning; without it if it is longer than the 64
  /// kB that a comment holds.
  static byte[] intoJpeg(byte[] jpeg, @Nullable String recipe) {
    byte[] text = recipe == null ? new byte[0] : recipe.getBytes(UTF_8);
    int length = 2 + COMMENT_PREFIX.length + text.length;
    if (recipe == null || length > JPEG_MAX_SEGMENT) {
      return jpeg;
    }
    // JFIF wants its own segment first.
    int at = 2;
    if ((jpeg[3] & 0xFF) == 0xE0) {
      at += 2 + (ByteBuffer.wrap(jpeg).getShort(4) & 0xFFFF);
    }
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 2 + length);
    out.put(jpeg, 0, at).put((byte) 0xFF).put((byte) JPEG_COMMENT).putShort((short) length);
    out.put(COMMENT_PREFIX).put(text).put(jpeg, at, jpeg.length - at);
    return out.array();
  }

  private static Optional<String> ofPng(byte[] png) {
    ByteBuffer data = ByteBuffer.wrap(png);
    int at = PNG_SIGNATURE;
    while (png.length - at >= PNG_ENVELOPE) {
      int length = data.getInt(at);
      if (length < 0 || length > png.length - at - PNG_ENVELOPE) {
        return Optional.empty();
      }
      if (data.getInt(at + 4) == ITXT
          && data.getInt(at + 8 + length) == checksum(png, at + 4, 4 + length)) {
        Optional<String> text = text(data.slice(at + 8, length));
        if (text.isPresent()) {
          return text;
        }
      }
      at += PNG_ENVELOPE + length;
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

  private static Optional<String> ofJpeg(byte[] jpeg) {
    ByteBuffer data = ByteBuffer.wrap(jpeg);
    int at = 2;
    while (data.get(at) == (byte) 0xFF && (data.get(at + 1) & 0xFF) != JPEG_SCAN) {
      int length = data.getShort(at + 2) & 0xFFFF;
      if ((data.get(at + 1) & 0xFF) == JPEG_COMMENT) {
        String comment = new String(jpeg, at + 4, length - 2, UTF_8);
        if (comment.startsWith(KEYWORD + ":")) {
          return Optional.of(comment.substring(COMMENT_PREFIX.length));
        }
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}

package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The recipe in a comment of a JPEG that begins with our name and a colon.
final class RecipeInJpeg {
  private static final int COMMENT = 0xFE;
  private static final int SCAN = 0xDA;
  private static final int MAX_SEGMENT = 65_535;

  private RecipeInJpeg() {}

  /// The JPEG with the recipe in a comment at its beginning; without it if it is longer than the 64
  /// kB that a comment holds.
  static byte[] put(byte[] jpeg, @Nullable String recipe) {
    byte[] text = recipe == null ? new byte[0] : recipe.getBytes(UTF_8);
    int length = 2 + EmbeddedRecipe.prefix().length + text.length;
    if (recipe == null || length > MAX_SEGMENT) {
      return jpeg;
    }
    // JFIF wants its own segment first.
    int at = 2;
    if ((jpeg[3] & 0xFF) == 0xE0) {
      at += 2 + (ByteBuffer.wrap(jpeg).getShort(4) & 0xFFFF);
    }
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 2 + length);
    out.put(jpeg, 0, at).put((byte) 0xFF).put((byte) COMMENT).putShort((short) length);
    out.put(EmbeddedRecipe.prefix()).put(text).put(jpeg, at, jpeg.length - at);
    return out.array();
  }

  static Optional<String> find(byte[] jpeg) {
    ByteBuffer data = ByteBuffer.wrap(jpeg);
    int at = 2;
    while (data.get(at) == (byte) 0xFF && (data.get(at + 1) & 0xFF) != SCAN) {
      int length = data.getShort(at + 2) & 0xFFFF;
      if ((data.get(at + 1) & 0xFF) == COMMENT) {
        String comment = new String(jpeg, at + 4, length - 2, UTF_8);
        Optional<String> recipe = EmbeddedRecipe.withoutPrefix(comment);
        if (recipe.isPresent()) {
          return recipe;
        }
      }
      at += 2 + length;
    }
    return Optional.empty();
  }
}

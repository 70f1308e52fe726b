package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The recipe in a comment extension of a GIF that begins with our name and a colon.
final class RecipeInGif {
  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int COMMENT = 0xFE;
  private static final int LONGEST_BLOCK = 255;

  private RecipeInGif() {}

  /// The GIF with the recipe right behind its header.
  static byte[] put(byte[] gif, String recipe) {
    int at = firstBlock(gif);
    ByteArrayOutputStream out = new ByteArrayOutputStream(gif.length + 2 * recipe.length());
    out.write(gif, 0, at);
    out.writeBytes(comment(recipe));
    out.write(gif, at, gif.length - at);
    return out.toByteArray();
  }

  /// The extension with the recipe, to stand before the first frame.
  static byte[] comment(String recipe) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(EXTENSION);
    out.write(COMMENT);
    byte[] text = (EmbeddedRecipe.NAME + ":" + recipe).getBytes(UTF_8);
    for (int from = 0; from < text.length; from += LONGEST_BLOCK) {
      int length = Math.min(LONGEST_BLOCK, text.length - from);
      out.write(length);
      out.write(text, from, length);
    }
    out.write(0);
    return out.toByteArray();
  }

  /// The recipe in one of the extensions before the first frame.
  static Optional<String> find(byte[] gif) {
    ByteBuffer data = ByteBuffer.wrap(gif);
    int at = firstBlock(gif);
    while (data.get(at) == EXTENSION) {
      boolean comment = (data.get(at + 1) & 0xFF) == COMMENT;
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      at += 2;
      for (int length = data.get(at) & 0xFF; length > 0; length = data.get(at) & 0xFF) {
        text.write(gif, at + 1, length);
        at += 1 + length;
      }
      at++;
      Optional<String> recipe = EmbeddedRecipe.withoutPrefix(text.toString(UTF_8));
      if (comment && recipe.isPresent()) {
        return recipe;
      }
    }
    return Optional.empty();
  }

  /// Behind the header and the palette for all frames.
  private static int firstBlock(byte[] gif) {
    int flags = gif[10];
    return HEADER + ((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
  }
}

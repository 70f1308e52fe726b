package org.mixoscope.recipe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A recipe as text: JSON to read and edit, one line to send. Both are read back by [#parse].
public final class RecipeText {
  /// The version of recipes of texts, which another reader reads.
  public static final int OF_TEXTS = 2;

  /// What files of recipes end in, and those of experiments, jobs and lessons, in lower case.
  public static final List<String> ENDINGS = List.of(".json", ".mixoscope");

  private static final String PREFIX = "mixoscope:";

  /// Bytes of JSON that a line may hold, so that a few letters cannot fill the memory.
  private static final int LONGEST = 1 << 22;

  private RecipeText() {}

  /// Whether a file is called like one that holds a recipe, an experiment, a job or a lesson.
  public static boolean isNamedLikeOne(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// What a text holds.
  ///
  /// @param axes of the sheet that the recipe is the base of; null if it is a recipe alone
  public record Content(Recipe recipe, @Nullable Axes axes) {
    /// As indented JSON.
    public String json() {
      return RecipeJson.write(recipe, axes);
    }

    /// As one line.
    public String line() {
      return RecipeText.line(json());
    }
  }

  /// Indented JSON with a version field.
  public static String json(Recipe recipe) {
    return new Content(recipe, null).json();
  }

  /// One line of letters, digits, `-`, `_` and `:`, which mail and chat programs leave alone.
  public static String line(Recipe recipe) {
    return new Content(recipe, null).line();
  }

  /// JSON as one line.
  public static String line(String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// Whether a text looks like a recipe, so that a wrong one deserves a message.
  public static boolean looksLikeOne(String text) {
    String stripped = text.strip();
    return stripped.startsWith(PREFIX) || stripped.startsWith("{");
  }

  /// Reads the recipe in either form; that it is the base of a sheet is nothing to the reader.
  ///
  /// @throws RecipeException if the text is broken, of an unknown version, or holds a bad value;
  ///   the message says which
  public static Recipe parse(String text) throws RecipeException {
    return read(text).recipe();
  }

  /// Reads all that either form holds.
  ///
  /// @throws RecipeException as [#parse] does
  public static Content read(String text) throws RecipeException {
    return RecipeJson.read(unpacked(text));
  }

  /// The JSON of either form.
  ///
  /// @throws RecipeException if a line is damaged
  public static String unpacked(String text) throws RecipeException {
    String stripped = text.strip();
    return stripped.startsWith(PREFIX) ? inflate(stripped) : stripped;
  }

  private static String inflate(String line) throws RecipeException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(Base64.getUrlDecoder().decode(line.substring(PREFIX.length())));
      byte[] json = new byte[LONGEST];
      int length = inflater.inflate(json);
      if (!inflater.finished() || inflater.getRemaining() > 0) {
        throw new DataFormatException("it does not end where it should");
      }
      return new String(json, 0, length, StandardCharsets.UTF_8);
    } catch (DataFormatException | IllegalArgumentException e) {
      throw new RecipeException(RecipeReason.DAMAGED_LINE.of(), e);
    }
  }
}

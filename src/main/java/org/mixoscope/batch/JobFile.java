package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.Brief;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.JsonText;
import org.mixoscope.recipe.RecipeReason;

/// A file or a text that should be a job, before it is known of what: jobs of pictures, clips and
/// texts have documents of their own.
///
/// @param tree what it says
/// @param name of it, for messages
/// @param folder that it lies in; null of a text
public record JobFile(JsonNode tree, Object name, @Nullable Path folder) {
  /// With the names of a million classes it has a tenth of it.
  private static final long LARGEST_FILE = 256L << 20;

  /// What a job mixes.
  public enum Kind {
    /// A data set of pictures.
    PICTURES(JobJson.VERSION_KEY, BatchReason.HOLDS_PICTURES),
    /// A folder of clips.
    CLIPS("mixoscope-clips", BatchReason.HOLDS_CLIPS),
    /// A table of texts.
    TEXTS("mixoscope-texts", BatchReason.HOLDS_TEXTS);

    private final String key;
    private final BatchReason held;

    Kind(String key, BatchReason held) {
      this.key = key;
      this.held = held;
    }

    /// The field that has the version of its documents.
    public String key() {
      return key;
    }

    /// Of a document; pictures had none by which to tell it at first.
    static Kind of(JsonNode tree) {
      return tree.has(CLIPS.key) ? CLIPS : tree.has(TEXTS.key) ? TEXTS : PICTURES;
    }

    /// Refuses a folder that holds a run of this kind, where one of another is asked for.
    BatchException isIn(Path folder) {
      return new BatchException(held.of(folder), null);
    }
  }

  /// Reads a file, such as `run.json`.
  ///
  /// @throws BatchException if it cannot be read or is no JSON
  public static JobFile read(Path file) throws BatchException {
    return parse(contents(file), file, file.toAbsolutePath().resolveSibling(""));
  }

  /// Reads a text.
  ///
  /// @throws BatchException if it is no JSON
  public static JobFile parse(String text) throws BatchException {
    return parse(text, DocumentReason.TEXT.of(), null);
  }

  private static JobFile parse(String text, Object name, @Nullable Path folder)
      throws BatchException {
    try {
      return new JobFile(JsonText.parse(text), name, folder);
    } catch (IllegalArgumentException e) {
      throw noJob(name, Brief.of(Objection.of(e)), e);
    }
  }

  private static String contents(Path file) throws BatchException {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw noJob(file, DocumentReason.TOO_LARGE.of(), null);
      }
      return Files.readString(file);
    } catch (BatchException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw noJob(file, DocumentReason.MISSING.of(), e);
    } catch (CharacterCodingException e) {
      throw noJob(file, DocumentReason.NO_TEXT.of(), e);
    } catch (IOException e) {
      throw noJob(file, DocumentReason.UNREADABLE.of(), e);
    }
  }

  private static BatchException noJob(Object name, Objection why, @Nullable Throwable cause) {
    return new BatchException(DocumentReason.NOT_A_JOB.of(name, why), cause);
  }

  /// What the job mixes.
  public Kind kind() {
    return Kind.of(tree);
  }

  /// The document.
  ///
  /// @param wanted what the job has to mix
  /// @param reader throws an [IllegalArgumentException] where it does not understand it
  /// @throws BatchException if it is no job, or one of another kind
  public <T> T make(Kind wanted, Function<JsonNode, T> reader) throws BatchException {
    if (kind() != wanted) {
      throw noJob(name, DocumentReason.OTHER_KIND.of(), null);
    }
    try {
      return reader.apply(tree);
    } catch (IllegalArgumentException e) {
      throw noJob(name, Brief.of(Objection.of(e)), e);
    }
  }

  /// The document of clips or of texts.
  ///
  /// @param wanted what the job has to mix
  /// @param version that is understood
  /// @param reader of its fields
  /// @throws BatchException if it is no such job
  public <T> T make(Kind wanted, long version, Function<Fields, T> reader) throws BatchException {
    return make(
        wanted,
        all -> {
          Fields root = Fields.of(all);
          long said = root.integer(wanted.key());
          if (said != version) {
            throw new RefusedException(RecipeReason.UNKNOWN_VERSION.of(said, version));
          }
          return root.make(reader);
        });
  }

  /// The folder of clips, or the table, that a document names; null if it names none.
  ///
  /// @param as how it is read
  public @Nullable JobSource source(Fields fields, ReadAs as) {
    return fields.has("path")
        ? new JobSource(located(fields.parsed("path", Path::of)), as, null)
        : null;
  }

  /// What a path in it means: it lies beside the file, or else where the program was started. A
  /// file on another file system, such as a cluster's, was given the whole name.
  public Path located(Path named) {
    if (folder == null || !folder.getFileSystem().equals(named.getFileSystem())) {
      return named;
    }
    Path beside = folder.resolve(named);
    return Files.exists(beside) ? beside : named.toAbsolutePath();
  }
}

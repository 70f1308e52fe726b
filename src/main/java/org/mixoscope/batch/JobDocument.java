package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.Brief;
import org.mixoscope.recipe.JsonText;

/// A job as a document: all that decides which bytes it writes, to be kept, sent and given back.
/// `run.json` in the folder that a job has written is one, too.
///
/// @param source the data set; null if it is named elsewhere
/// @param settings what is made of it
public record JobDocument(@Nullable JobSource source, JobSettings settings) {
  /// With the names of a million classes it has a tenth of it.
  private static final long LARGEST_FILE = 256L << 20;

  /// Reads a file, such as `run.json`, of this version or of 0.1.0. A data set or a background with
  /// a relative path lies beside the file, or else where the program was started.
  ///
  /// @throws BatchException if it cannot be read or is no job
  public static JobDocument read(Path file) throws BatchException {
    return parse(contents(file), file).beside(file.toAbsolutePath().resolveSibling(""));
  }

  /// The edition of the job that a folder holds, which is to go on; that of today if it holds none.
  ///
  /// @throws BatchException if it holds something else by that name
  public static Edition editionIn(Path folder) throws BatchException {
    return RunFile.isIn(folder)
        ? read(folder.resolve(RunFile.NAME)).settings().edition()
        : Edition.PRESENT;
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

  /// Reads a text.
  ///
  /// @throws BatchException if it is no job
  public static JobDocument parse(String text) throws BatchException {
    return parse(text, DocumentReason.TEXT.of());
  }

  /// @param name of the text, for messages
  private static JobDocument parse(String text, Object name) throws BatchException {
    try {
      JsonNode tree = JsonText.parse(text);
      return JobJson.read(OldRunFile.isOne(tree) ? OldRunFile.upgraded(tree) : tree);
    } catch (IllegalArgumentException e) {
      throw noJob(name, Brief.of(Objection.of(e)), e);
    }
  }

  private static BatchException noJob(Object name, Objection why, @Nullable Throwable cause) {
    return new BatchException(DocumentReason.NOT_A_JOB.of(name, why), cause);
  }

  private JobDocument beside(Path folder) {
    BackgroundSource background = settings.samples().partners().background();
    return new JobDocument(
        source == null
            ? null
            : new JobSource(located(folder, source.path()), source.as(), source.contents()),
        background == null
            ? settings
            : settings.with(
                new BackgroundSource(located(folder, background.path()), background.contents())));
  }

  private static Path located(Path folder, Path named) {
    Path beside = folder.resolve(named);
    return Files.exists(beside) ? beside : named.toAbsolutePath();
  }

  /// One line of JSON, which [#parse] reads back.
  public String text() {
    return JobJson.tree(this).toString();
  }
}

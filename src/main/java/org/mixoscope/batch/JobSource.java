package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ReadAs;

/// The data set of a job.
///
/// @param path where it is
/// @param as how it is read
/// @param contents what is in it; null where nobody has looked yet
public record JobSource(Path path, ReadAs as, @Nullable Contents contents) {

  /// What is in a data set, so that one that was changed is noticed.
  ///
  /// @param kind as [DataSet#kind] has it
  /// @param pictures how many
  /// @param sha256 of all names and classes, in hexadecimal
  /// @param classes their names
  public record Contents(String kind, int pictures, String sha256, List<String> classes) {
    /// Keeps a copy.
    public Contents {
      classes = List.copyOf(classes);
    }
  }

  /// A data set as it is now.
  ///
  /// @param path where it is, as the user named it
  /// @param as how it was read
  public static JobSource of(Path path, ReadAs as, DataSet data) {
    return new JobSource(
        path.toAbsolutePath(),
        as,
        new Contents(data.kind(), data.size(), digest(data), data.classes()));
  }

  /// The same for who has read it in a file.
  public JobSource beside(JobFile file) {
    return new JobSource(file.located(path), as, contents);
  }

  private static String digest(DataSet data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < data.size(); i++) {
        digest.update((data.name(i) + "\n" + data.classOf(i) + "\n").getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Checks that what lies there now is what the job was written for, if it says what that was.
  ///
  /// @throws BatchException if it is not
  public void requireSame(DataSet data) throws BatchException {
    if (contents == null) {
      return;
    }
    Difference difference =
        Difference.between(JobJson.tree(this), JobJson.tree(of(path, as, data)));
    if (difference != null) {
      throw new BatchException(
          BatchReason.OTHER_DATA_SET.of(path, difference.path(), difference.values()));
    }
  }
}

package org.mixoscope.batch;

import java.nio.file.Path;
import org.mixoscope.batch.output.Stretch;
import org.mixoscope.kernel.RefusedException;

/// A part of a job that is made by itself. Which samples are in it follows from its number, how
/// many parts there are and the size of the job: whole files of the output, as many for each part
/// as for the next, or one less.
///
/// @param index within [0, count)
/// @param count how many parts there are, within [1, [#MOST]]
public record Part(int index, int count) {
  /// All of a job.
  public static final Part WHOLE = new Part(0, 1);

  /// Of parts, each of which has a folder of its own until they are merged.
  public static final int MOST = 100_000;

  /// What the folder of parts is called.
  static final String PARTS = "parts";

  /// @throws IllegalArgumentException if there is no such part
  public Part {
    if (count < 1 || count > MOST) {
      throw new RefusedException(BatchReason.PARTS.of(count, MOST));
    }
    if (index < 0 || index >= count) {
      throw new RefusedException(BatchReason.NO_SUCH_PART.of(index, count, count - 1));
    }
  }

  /// Whether it is all of the job.
  public boolean isWhole() {
    return count == 1;
  }

  /// Where it keeps what is put together when all parts are there.
  ///
  /// @param folder that the job is written into
  public Path folder(Path folder) {
    return isWhole() ? folder : folder.resolve(PARTS).resolve(index + "-of-" + count);
  }

  /// Its samples.
  ///
  /// @param total of the job
  /// @param unit samples that go into one file, at least 1
  public Stretch of(Path folder, int total, int unit) {
    return new Stretch(
        folder, folder(folder), edge(index, total, unit), edge(index + 1, total, unit));
  }

  private int edge(int part, int total, int unit) {
    long files = Math.ceilDiv(total, unit);
    return (int) Math.min(total, files * part / count * unit);
  }
}

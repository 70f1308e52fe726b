package org.mixoscope.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.output.OutputException;
import org.mixoscope.dataset.labelled.Background;

/// The folder that a job writes into: whether it may, and what went wrong there.
///
/// @param folder as the user named it
/// @param part of the job that is written
public record Target(Path folder, Part part) {
  static final String CLASSES = "classes.txt";

  /// Of a whole job.
  public Target(Path folder) {
    this(folder, Part.WHOLE);
  }

  /// The folder of what grows with every sample.
  public Path own() {
    return part.folder(folder);
  }

  /// Makes the folder if it is not there.
  ///
  /// @param background what else is mixed; null for nothing
  /// @param resume whether the run that it holds, if any, is to go on
  /// @return whether it holds one
  /// @throws BatchException if it is not for this job
  public boolean enter(Path source, @Nullable Background background, boolean resume)
      throws IOException {
    if (isInside(source)) {
      throw new BatchException(BatchReason.INSIDE_DATA_SET.of(folder));
    }
    if (background != null && isInside(background.path())) {
      throw new BatchException(BatchReason.INSIDE_BACKGROUND.of(folder));
    }
    Files.createDirectories(folder);
    return part.isWhole() ? enterAlone(resume) : enterAmongOthers(resume);
  }

  private boolean enterAlone(boolean resume) throws IOException {
    boolean begun = RunFile.isIn(folder);
    if (!(begun ? resume : isEmpty())) {
      throw new BatchException(
          (begun
                  ? BatchReason.HOLDS_A_RUN
                  : Parts.areIn(folder) ? BatchReason.HOLDS_PARTS : BatchReason.NOT_EMPTY)
              .of(folder));
    }
    return begun;
  }

  /// Other parts may begin at the same time: the folder of a part is there before all else of it.
  private boolean enterAmongOthers(boolean resume) throws IOException {
    if (RunFile.isIn(folder)) {
      throw new BatchException(BatchReason.HOLDS_ALL.of(folder));
    }
    if (!isEmpty() && !Parts.areIn(folder)) {
      throw new BatchException(BatchReason.NOT_EMPTY.of(folder));
    }
    boolean begun = RunFile.isIn(own());
    if (begun && !resume) {
      throw new BatchException(BatchReason.HOLDS_A_RUN.of(own()));
    }
    Parts.requireCount(folder, part.count());
    Files.createDirectories(own());
    return begun;
  }

  /// What another part says of its job; none if it is the first.
  public Optional<Path> ofAnotherPart() throws IOException {
    return Parts.another(this).map(part -> part.resolve(RunFile.NAME));
  }

  /// What there is, a run of whatever job as a part.
  Found look(Path source, @Nullable Background background) throws IOException {
    if (isInside(source) || (background != null && isInside(background.path()))) {
      return Found.INPUT;
    }
    if (!Files.exists(folder)) {
      return Found.NOTHING;
    }
    if (RunFile.isIn(folder)) {
      return Found.PART;
    }
    if (Parts.areIn(folder)) {
      return Found.SHARDS;
    }
    return Files.isDirectory(folder) && isEmpty() ? Found.NOTHING : Found.OTHER;
  }

  /// Whether the folder is another one or lies in it, whatever symbolic links there are on the way:
  /// what is written must not be found as input.
  ///
  /// @param other a file or folder, or none yet
  public boolean isInside(Path other) throws IOException {
    return !Files.isRegularFile(other)
        && real(folder.toAbsolutePath()).startsWith(real(other.toAbsolutePath()));
  }

  /// Where a path leads to, of which the end need not be there.
  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    return Files.exists(path) || parent == null
        ? path.toRealPath()
        : real(parent).resolve(path.getFileName()).normalize();
  }

  /// Whether there is nothing, or no more than a run that was ended at once has left.
  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .allMatch(name -> name.startsWith(Journal.PREFIX) || name.equals(CLASSES));
    }
  }

  /// One class a line, in `classes.txt`.
  public void writeClasses(List<String> classes) throws IOException {
    // Class names never hold line ends: a folder that has one in its name is unusual, not wrong.
    Files.write(
        own().resolve(CLASSES), classes.stream().map(name -> name.replaceAll("\\R", " ")).toList());
  }

  /// Leaves only what somebody wants to read, when the job is complete.
  void tidy() throws IOException {
    ErrorFile.deleteIfEmpty(own());
    Journal.delete(own());
  }

  /// Says what to do about a failure to write.
  public BatchException explained(IOException e) {
    String message = Objects.toString(e.getMessage(), "");
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new BatchException(BatchReason.DISK_FULL.of(folder), e);
    }
    return switch (e) {
      case AccessDeniedException _ -> new BatchException(BatchReason.FORBIDDEN.of(message), e);
      case FileAlreadyExistsException _ -> new BatchException(BatchReason.FILE.of(message), e);
      case FileSystemException file -> notWritable(Objects.toString(file.getReason(), message), e);
      case OutputException known -> notWritable(known.objection(), e);
      default -> notWritable(message, e);
    };
  }

  private BatchException notWritable(Object reason, IOException e) {
    return new BatchException(BatchReason.NOT_WRITABLE.of(folder, reason), e);
  }
}

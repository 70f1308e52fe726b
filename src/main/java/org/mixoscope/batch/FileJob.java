package org.mixoscope.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.output.ShardPieces;
import org.mixoscope.batch.output.ShardPieces.Piece;
import org.mixoscope.batch.output.ShardWriter;
import org.mixoscope.batch.output.Storage;
import org.mixoscope.batch.output.Storage.Draft;
import org.mixoscope.kernel.RefusedException;

/// A job of which the files are made elsewhere, each by itself: says which are missing, hears what
/// became of them, and in the end writes what is of all. Then the folder is as if [BatchJob#run]
/// had written it. Only for one of its kind in a folder at a time. Not for two threads at once.
public final class FileJob {
  /// Of what is there only while the job runs: a report of every file that is done, and drafts.
  static final String FOLDER = Journal.PREFIX + "files";

  private final BatchJob job;
  private final Path folder;
  private final Storage storage;
  private final Target target;
  private final RunFile run;
  private final Optional<Progress> complete;
  private final SortedMap<Integer, FileReport> reports = new TreeMap<>();
  private final long started = System.nanoTime();
  private int before;

  /// Begins a job, or goes on with one.
  ///
  /// @param folder to write into; made if it is not there, empty unless the job is resumed
  /// @throws BatchException if it cannot begin or go on
  /// @throws IllegalArgumentException if its format is not made of shards, or it is to be tried
  ///   again
  public FileJob(BatchJob job, Path folder, Storage storage, Beginning beginning)
      throws IOException {
    if (beginning == Beginning.RETRIED) {
      throw new IllegalArgumentException("files are not tried again, all of the job is");
    }
    if (!ShardWriter.writes(job.format())) {
      throw new RefusedException(BatchReason.NO_SHARDS.of(job.format().id()));
    }
    this.job = job;
    this.folder = folder;
    this.storage = storage;
    target = new Target(folder);
    run = job.runFile(folder);
    try {
      boolean resume = beginning == Beginning.RESUMED;
      boolean begun = target.enter(job.source(), job.stock().background(), resume);
      complete = begun ? run.requireSame() : Optional.empty();
      if (complete.isPresent()) {
        target.tidy();
      } else if (begun) {
        readReports();
      } else {
        Journal.deleteFolder(folder.resolve(FOLDER));
        target.writeClasses(job.stock().data().classes());
        run.write();
      }
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw target.explained(e);
    }
  }

  static Path reportFile(Path folder, int number) {
    return folder.resolve(FOLDER).resolve("%06d.json".formatted(number));
  }

  private void readReports() throws IOException {
    if (!Files.isDirectory(folder.resolve(FOLDER))) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.resolve(FOLDER))) {
      files = all.filter(file -> file.toString().endsWith(".json")).toList();
    }
    for (Path file : files) {
      FileReport report = FileReport.parse(Files.readString(file));
      if (isThere(report)) {
        reports.put(report.number(), report);
        before += report.samples();
      }
    }
  }

  private boolean isThere(FileReport report) throws IOException {
    for (var file : report.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.exists(path) || Files.size(path) != file.getValue()) {
        return false;
      }
    }
    return true;
  }

  /// The numbers of the files that are still to be made.
  public List<Integer> missing() {
    return complete.isPresent()
        ? List.of()
        : IntStream.range(0, FileMaker.files(job.maker()))
            .filter(number -> !reports.containsKey(number))
            .boxed()
            .toList();
  }

  /// A file was made.
  public void add(FileReport report) {
    reports.put(report.number(), report);
  }

  /// How far the job is.
  public Progress progress() {
    if (complete.isPresent()) {
      return complete.get();
    }
    int done = reports.values().stream().mapToInt(FileReport::samples).sum();
    int skipped = reports.values().stream().mapToInt(FileReport::skipped).sum();
    ObjectCounts objects =
        reports.values().stream()
            .map(FileReport::objects)
            .reduce(ObjectCounts.NONE, ObjectCounts::plus);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    return new Progress(job.maker().plan().size(), done, skipped, before, elapsed, objects);
  }

  /// Writes what is of all files, when none is missing.
  public Progress end() throws IOException {
    Progress end = progress();
    if (complete.isPresent() || end.done() < end.total()) {
      return end;
    }
    try {
      writeErrors();
      List<Piece> pieces =
          reports.values().stream()
              .map(one -> new Piece(one.number(), one.samples() - one.skipped(), one.frame()))
              .toList();
      ShardWriter.Form form = FileMaker.form(job.settings(), job.stock().data(), job.maker());
      ShardPieces.join(form, pieces, FOLDER, folder, storage);
      run.complete(end);
      target.tidy();
      return end;
    } catch (IOException e) {
      throw target.explained(e);
    }
  }

  /// Each picture once, where the first sample had to do without it.
  private void writeErrors() throws IOException {
    Set<String> named = new HashSet<>();
    List<String> lines =
        reports.values().stream()
            .flatMap(report -> report.errors().stream())
            .filter(line -> named.add(FileReport.source(line)))
            .toList();
    Path file = folder.resolve(ErrorFile.NAME);
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    try (Draft draft = storage.draft(file, folder.resolve(FOLDER))) {
      for (String line : lines) {
        draft.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      draft.commit();
    }
  }
}

package org.mixoscope.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Objection;

/// Writes files on a worker. A message says so, how far it is and how it ended, and can cancel it:
/// a file that is cancelled before it is complete is not written.
final class Saving {
  private final Messages messages;
  private final TaskRunner tasks;
  private final Toast toast;
  private final Reveal reveal;
  private final Consumer<Exception> report;

  /// @param reveal shows where a file is
  /// @param report shows why a file could not be written
  Saving(
      Messages messages, TaskRunner tasks, Toast toast, Reveal reveal, Consumer<Exception> report) {
    this.messages = messages;
    this.tasks = tasks;
    this.toast = toast;
    this.reveal = reveal;
    this.report = report;
  }

  /// What goes into a file; as slow as it likes.
  interface Contents {
    /// @param control gets how far it is, 0 to 1, if that is known
    byte[] bytes(LongJob.Control<Double> control) throws PictureException;
  }

  /// Writes a file of which nobody knows how long it takes.
  void save(Path file, Contents contents) {
    save(file, "saved", contents);
  }

  /// The same with something to be said of the file.
  ///
  /// @param said the key of what is said when it is written
  void save(Path file, String said, Contents contents) {
    LongJob<Double, Path> job = new LongJob<>(tasks);
    toast.busy(messages.get("saving", file.toString()), () -> cancel(job, file));
    run(job, file, said, contents);
  }

  /// Writes a file whose contents say how far they are.
  ///
  /// @param message what is being done
  void follow(String message, Path file, Contents contents) {
    LongJob<Double, Path> job = new LongJob<>(tasks);
    toast.follow(message, () -> cancel(job, file));
    run(job, file, "saved", contents);
  }

  /// What writes a file, or a folder of them, by itself.
  interface Writing {
    /// @param control gets how far it is, 0 to 1
    /// @return what is to be said of the file, in addition to where it is
    List<Objection> write(LongJob.Control<Double> control) throws IOException;
  }

  /// Has a file written that is too large to be put together before.
  ///
  /// @param message what is being done
  void write(String message, Path file, Writing writing) {
    LongJob<Double, List<Objection>> job = new LongJob<>(tasks);
    toast.follow(
        message,
        () -> {
          job.cancel();
          toast.inform(messages.get("saving.cancelled", file.toString()));
        });
    job.stateProperty()
        .addListener(
            (property, old, now) -> {
              if (now instanceof State.Running(Double done, boolean stopping)
                  && done != null
                  && !stopping) {
                toast.progress(done);
              } else if (now instanceof State.Done(List<Objection> said)) {
                toast.offer(
                    Stream.concat(
                            Stream.of(messages.get("saved", file.toString())),
                            said.stream().map(messages::get))
                        .collect(Collectors.joining(" · ")),
                    messages.get("reveal"),
                    () -> reveal.folder(file.toAbsolutePath().resolveSibling("")));
              } else if (now instanceof State.Failed(Exception why, _)) {
                toast.end();
                report.accept(why);
              }
            });
    job.start(writing::write);
  }

  private void cancel(LongJob<Double, Path> job, Path file) {
    job.cancel();
    toast.inform(messages.get("saving.cancelled", file.toString()));
  }

  private void run(LongJob<Double, Path> job, Path file, String said, Contents contents) {
    job.stateProperty().addListener((property, old, now) -> show(now, said));
    job.start(
        control -> {
          byte[] bytes = contents.bytes(control);
          control.goOn();
          PictureWriter.writeBytes(bytes, file);
          return file;
        });
  }

  private void show(State<Double, Path> now, String said) {
    switch (now) {
      case State.Running(Double done, boolean stopping) when done != null && !stopping ->
          toast.progress(done);
      // Even if it was cancelled when it was too late.
      case State.Done(Path file) ->
          toast.offer(
              messages.get(said, file.toString()),
              messages.get("reveal"),
              () -> reveal.folder(file.toAbsolutePath().resolveSibling("")));
      case State.Failed(Exception why, _) -> {
        toast.end();
        report.accept(why);
      }
      case State<Double, Path> _ -> {}
    }
  }
}

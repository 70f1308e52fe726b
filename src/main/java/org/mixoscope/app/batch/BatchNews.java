package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.JobNews.Stage;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.batch.Progress;

/// What other screens say of a job of Batch, which has the name of the folder that it writes.
final class BatchNews {
  private BatchNews() {}

  /// Null if there is nothing to say.
  static @Nullable JobNews of(Path target, State<Seen, Ended> state) {
    String name = Objects.toString(target.getFileName(), target.toString());
    return switch (state) {
      case State.Running(var seen, var stopping) ->
          of(name, stopping ? Stage.STOPPING : Stage.RUNNING, progress(seen));
      case State.Done(var ended) -> of(name, Stage.DONE, ended.progress());
      case State.Failed(var why, var seen) -> of(name, Stage.FAILED, progress(seen));
      case State.None(), State.Cancelled() -> null;
    };
  }

  private static @Nullable Progress progress(@Nullable Seen seen) {
    return seen == null ? null : seen.progress();
  }

  private static JobNews of(String name, Stage stage, @Nullable Progress progress) {
    return new JobNews(
        name,
        stage,
        progress == null ? 0 : progress.done(),
        progress == null ? 0 : progress.total());
  }
}

package org.mixoscope.app.train;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks all networks the newest of many questions, between their steps. While one is answered only
/// the newest is remembered, so that nothing piles up.
///
/// @param <A> what each answers
final class Asking<A> {
  private final Trainer trainer;
  private final Consumer<List<A>> answer;
  private @Nullable Function<Lane, A> next;
  private boolean busy;

  /// @param answer gets what each network said
  Asking(Trainer trainer, Consumer<List<A>> answer) {
    this.trainer = trainer;
    this.answer = answer;
  }

  /// @param question is asked on workers
  void ask(Function<Lane, A> question) {
    if (busy) {
      next = question;
    } else {
      busy = true;
      trainer.ask(
          question,
          answers -> {
            answer.accept(answers);
            end();
          },
          this::end);
    }
  }

  private void end() {
    busy = false;
    Function<Lane, A> waiting = next;
    next = null;
    if (waiting != null) {
      ask(waiting);
    }
  }
}

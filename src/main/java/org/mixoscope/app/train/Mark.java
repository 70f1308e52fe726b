package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mixoscope.app.ui.Messages;

/// A change of the choices while networks were trained.
///
/// @param steps that were taken before
/// @param before what was chosen till then
/// @param after what is chosen since
record Mark(long steps, LabOptions before, LabOptions after) {
  /// Marks with one more, which is one with the last if that was made by the same gesture or at the
  /// same step; none if nothing of it concerns the training.
  ///
  /// @param sameGesture whether the last was made by it
  static List<Mark> and(List<Mark> marks, Mark next, boolean sameGesture) {
    List<Mark> all = new ArrayList<>(marks);
    Mark whole = next;
    if (!marks.isEmpty() && (sameGesture || marks.getLast().steps() == next.steps())) {
      Mark last = all.removeLast();
      whole = new Mark(last.steps, last.before, next.after);
    }
    if (whole.concernsTraining()) {
      all.add(whole);
    }
    return List.copyOf(all);
  }

  /// Another end is no change of what is done till then.
  private boolean concernsTraining() {
    return !before.withEpochs(1).equals(after.withEpochs(1));
  }

  /// What became of what was changed: `2: Mixup α 0.5 · η 0.01`.
  String text(Messages messages) {
    List<String> parts = new ArrayList<>();
    if (!after.data().equals(before.data())) {
      parts.add(messages.get("train.mark.points"));
    }
    for (int k = 0; k < after.runs().size(); k++) {
      LabRun run = after.runs().get(k);
      if (!run.equals(before.runs().get(k))) {
        parts.add(messages.get("train.mark.run", k + 1, run.name(messages)));
      }
    }
    if (after.isAdam() != before.isAdam()) {
      parts.add(messages.get(after.isAdam() ? "train.adam" : "train.sgd"));
    }
    if (after.optimiser().rate() != before.optimiser().rate()) {
      parts.add(messages.get("train.mark.rate", number(after.optimiser().rate())));
    }
    if (after.optimiser().decay() != before.optimiser().decay()) {
      parts.add(messages.get("train.mark.decay", number(after.optimiser().decay())));
    }
    return parts.stream().collect(Collectors.joining(" · "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
  }
}

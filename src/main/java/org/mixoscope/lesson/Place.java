package org.mixoscope.lesson;

import java.util.Locale;
import org.mixoscope.kernel.Named;

/// The places of the screen that a lesson can light. Their names are part of its format and stay.
public enum Place implements Named {
  /// The large picture.
  PICTURE,
  /// The box in it.
  BOX,
  /// The buttons that show the mix, A, B or the weights.
  VIEWS,
  /// A, B and others.
  SOURCES,
  /// The pairs to choose from.
  PAIRS,
  /// All labels.
  LABELS,
  /// The bar of the mixed label.
  LABEL,
  /// The field of label smoothing.
  SMOOTHING,
  /// The choice of the method.
  METHOD,
  ALPHA,
  LAMBDA,
  /// λ̂.
  EFFECTIVE,
  /// Whether CutMix's label follows the pixels.
  LABEL_RULE,
  /// The density of λ.
  DENSITY,
  /// What many draws make of λ.
  HISTOGRAM,
  FORMULA,
  /// The choice of the screen.
  SCREENS,
  /// The button that draws again.
  DRAW,
  /// The button that undoes.
  UNDO,
  /// What the sheet of Compare varies.
  AXES,
  /// The sheet of Compare.
  SHEET,
  /// The settings of Tune.
  SETTINGS,
  /// What changes between them.
  CHANGES,
  /// The frameworks of Audit.
  AUDIT,
  /// What Audit says in a sentence.
  AUDIT_SUMMARY,
  /// How the networks of Train are mixed.
  RUNS,
  /// The buttons that train.
  TRANSPORT,
  /// What the networks see.
  NETWORKS,
  /// The curves of Train.
  CURVES,
  /// What Train says in a sentence.
  TRAIN_CHANGES,
  /// The experiments of Train.
  EXPERIMENTS;

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

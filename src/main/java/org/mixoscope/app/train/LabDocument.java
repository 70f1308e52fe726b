package org.mixoscope.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.study.CurveTable;
import org.mixoscope.recipe.ExperimentText;
import org.mixoscope.recipe.RecipeException;

/// An experiment that can be named, kept and sent: all that is needed to train the same again, and
/// what it gave, if it was trained.
///
/// @param name what people call it
/// @param seed of split, first weights, order and draws
/// @param marks what was changed on the way
/// @param curves of each run; none if it was not trained
record LabDocument(
    String name, LabOptions options, long seed, List<Mark> marks, List<Curve> curves) {
  LabDocument {
    marks = List.copyOf(marks);
    curves = List.copyOf(curves);
  }

  /// What is seen.
  static LabDocument of(String name, LabView view, long seed) {
    List<Curve> curves = view.lanes().stream().map(lane -> Curve.of(lane.points())).toList();
    boolean trained = curves.stream().allMatch(curve -> curve.epochs() > 0);
    return new LabDocument(name, view.options(), seed, view.marks(), trained ? curves : List.of());
  }

  /// What it is called if nobody says otherwise: `Moons: no mixing, Mixup α 1`.
  static String usualName(LabOptions options, Messages messages) {
    LabData data = options.data();
    String of =
        data.own() == null ? messages.get("train.data." + data.source()) : data.own().name();
    return options.runs().stream()
        .map(run -> run.name(messages))
        .collect(Collectors.joining(", ", of + ": ", ""));
  }

  LabDocument named(String other) {
    return new LabDocument(other, options, seed, marks, curves);
  }

  /// Only what is needed to train it again.
  LabDocument untrained() {
    return new LabDocument(name, options, seed, List.of(), List.of());
  }

  /// With no more of its curves than can be seen.
  LabDocument thinned() {
    return new LabDocument(
        name, options, seed, marks, curves.stream().map(Curve::thinned).toList());
  }

  /// As indented JSON.
  ///
  /// @param folder that it will lie in: data below it are named from there; null for none
  String json(@Nullable Path folder) {
    return LabDocumentJson.tree(this, folder).toPrettyString() + "\n";
  }

  /// As one line, without its curves.
  String line() {
    return ExperimentText.line(LabDocumentJson.tree(untrained(), null).toString());
  }

  /// Reads either form.
  ///
  /// @param folder that it lies in; null for none
  /// @throws RecipeException if one line is damaged
  /// @throws IllegalArgumentException if it is of another version, or has a bad value; the message
  ///   names the field
  static LabDocument read(String text, @Nullable Path folder) throws RecipeException {
    return LabDocumentJson.read(ExperimentText.tree(text), folder);
  }

  /// All curves as a table: a line for each run and epoch, as `mixoscope train --csv` writes it.
  String csv() {
    CurveTable table = new CurveTable();
    for (int i = 0; !curves.isEmpty() && i < curves.getFirst().epochs(); i++) {
      int place = i;
      for (int run = 0; run < curves.size(); run++) {
        Curve curve = curves.get(run);
        table.add(
            options.experiments().get(run).name(),
            seed,
            curve.column(Curve.EPOCH).get(i).longValue(),
            measure -> curve.column(measure).get(place));
      }
    }
    return table.text();
  }
}

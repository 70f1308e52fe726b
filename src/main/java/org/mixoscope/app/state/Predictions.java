package org.mixoscope.app.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.lab.classifier.Choices;
import org.mixoscope.lab.classifier.ClassNames;
import org.mixoscope.lab.classifier.Classifier;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// A classifier, and what it says of the mix of the moment. All of it is computed beside the
/// window: of many mixes the newest, and a curve when nothing is dragged.
public final class Predictions {
  private final MixModel model;
  private final TaskRunner tasks;
  private final Latest<Of, Said> mixes;
  private final Latest<LambdaCurve.Of, LambdaCurve> curves;
  private final ReadOnlyObjectWrapper<@Nullable Setting> setting = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Classifier> classifier =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LambdaCurve> curve = new ReadOnlyObjectWrapper<>();
  private @Nullable Setting wanted;

  /// Which classifier, and how it is to be understood.
  public record Setting(Path file, Choices choices) {}

  /// What is said of a mix.
  ///
  /// @param millis how long that took, without mixing
  public record Said(List<Double> probabilities, long millis) {}

  private record Of(Classifier classifier, Recipe recipe, Prepared ready) {}

  /// Nothing is said before there is a classifier.
  public Predictions(MixModel model, TaskRunner tasks) {
    this.model = model;
    this.tasks = tasks;
    mixes =
        new Latest<>(
            tasks,
            (of, before) -> say(of),
            result -> true,
            (of, result) -> {
              if (of.classifier.equals(classifier.get())) {
                said.set(result);
              }
            },
            model::report);
    curves =
        new Latest<>(
            tasks,
            (of, before) -> before == null ? LambdaCurve.begin(of) : before.next(of),
            LambdaCurve::isWhole,
            (of, result) -> {
              if (of.classifier().equals(classifier.get())) {
                curve.set(result);
              }
            },
            model::report);
  }

  private static Said say(Of of) {
    Pixels mixed = of.ready.seen(of.recipe, of.ready.mixed(of.recipe));
    long begun = System.nanoTime();
    List<Double> probabilities = of.classifier.predict(mixed);
    return new Said(probabilities, (System.nanoTime() - begun) / 1_000_000);
  }

  // Properties

  /// What the next window opens too; null for none.
  public ReadOnlyObjectProperty<@Nullable Setting> settingProperty() {
    return setting.getReadOnlyProperty();
  }

  /// The one that is open, null for none.
  public ReadOnlyObjectProperty<@Nullable Classifier> classifierProperty() {
    return classifier.getReadOnlyProperty();
  }

  /// What was said of a mix last; null until something was.
  public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// The pictures alone and λ from 0 to 1, as far as it is known; null until something is.
  public ReadOnlyObjectProperty<@Nullable LambdaCurve> curveProperty() {
    return curve.getReadOnlyProperty();
  }

  /// The class that source k is of: that of its name, else what the classifier says of the picture
  /// alone; none where nothing is known.
  public OptionalInt classOf(int k) {
    Classifier now = classifier.get();
    List<Source> sources = model.recipe().mixedSources();
    if (now == null || k >= sources.size()) {
      return OptionalInt.empty();
    }
    OptionalInt named = ClassNames.find(sources.get(k).className(), now.classes());
    if (named.isPresent()) {
      return named;
    }
    return alone(k)
        .map(probabilities -> OptionalInt.of(Classifier.top(probabilities, 1).getFirst()))
        .orElse(OptionalInt.empty());
  }

  /// What is said of source k alone, as far as it is known.
  public Optional<List<Double>> alone(int k) {
    LambdaCurve now = curve.get();
    return now == null || k >= now.sources().size()
        ? Optional.empty()
        : Optional.of(now.sources().get(k));
  }

  // Commands

  /// Opens an ONNX file. One that is not run is reported and leaves all as it was.
  public void open(Path file) {
    open(new Setting(file.toAbsolutePath(), Choices.NONE), model::report);
  }

  /// Has the classifier understood in another way; a choice that does not fit is reported.
  public void choose(Choices choices) {
    Setting now = setting.get();
    if (now != null) {
      open(new Setting(now.file(), choices), model::report);
    }
  }

  private void open(Setting next, Consumer<Exception> failed) {
    wanted = next;
    tasks.run(
        () -> Classifier.open(next.file(), next.choices()),
        opened -> {
          if (next.equals(wanted)) {
            said.set(null);
            curve.set(null);
            setting.set(next);
            classifier.set(opened);
          }
        },
        failure -> {
          if (next.equals(wanted)) {
            failed.accept(failure);
          }
        });
  }

  /// Forgets the classifier.
  public void close() {
    wanted = null;
    setting.set(null);
    classifier.set(null);
    said.set(null);
    curve.set(null);
  }

  /// What the last window left is opened with [#load].
  public void restore(Setting left) {
    setting.set(left);
  }

  /// Opens what was left. If that does not go, it is said once and forgotten.
  public void load() {
    Setting left = setting.get();
    if (left != null && classifier.get() == null) {
      open(
          left,
          failure -> {
            close();
            model.report(failure);
          });
    }
  }

  /// Has everything said of what is mixed now; while something is dragged, of the mix alone.
  public void follow() {
    Classifier now = classifier.get();
    Prepared ready = model.pictures().prepared();
    if (now == null || ready == null || model.mix() == null) {
      if (model.lacking() != null) {
        said.set(null);
        curve.set(null);
      }
      return;
    }
    mixes.want(new Of(now, model.shownRecipe(), ready.held()));
    if (!model.history().gestureProperty().get()) {
      curves.want(new LambdaCurve.Of(now, model.shownRecipe(), ready));
    }
  }
}

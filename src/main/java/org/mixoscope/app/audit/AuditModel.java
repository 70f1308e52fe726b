package org.mixoscope.app.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.image.Fitter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.mixoscope.stats.Estimate;
import org.mixoscope.stats.LabelDisagreement;

/// What every framework makes of the draw of the moment, of clips that of the frame that is shown,
/// and of many draws.
final class AuditModel {
  private static final int DRAWS = 10_000;
  private static final int FIRST_DRAWS = 500;
  private static final int SIDE = 160;

  private final MixModel model;
  private final ReadOnlyObjectWrapper<List<Finding>> findings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Averages> averages =
      new ReadOnlyObjectWrapper<>(new Averages(0, Map.of()));
  private final Latest<Wish, Averages> averaging;
  private @Nullable Prepared shrunk;
  private @Nullable Levels seenThrough;
  private List<Pixels> small = List.of();
  private @Nullable Prepared told;
  private List<Source> toldOf = List.of();
  private @Nullable VisibleObjects objects;
  private boolean active;

  /// What averages depend on.
  private record Wish(Frame frame, long seed) {}

  /// The mean size of the difference over many draws.
  ///
  /// @param draws how many
  /// @param byProfile by the profile's name
  record Averages(int draws, Map<String, Estimate> byProfile) {}

  AuditModel(MixModel model, TaskRunner tasks) {
    this.model = model;
    averaging =
        new Latest<>(
            tasks,
            AuditModel::average,
            result -> result.draws() >= DRAWS,
            (wish, result) -> averages.set(result),
            model::report);
    model.revisionProperty().addListener((property, old, now) -> follow());
  }

  /// One for each framework, in their order; none while there are no pictures.
  ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /// What the frameworks do on average, none until it is known.
  ReadOnlyObjectProperty<Averages> averagesProperty() {
    return averages.getReadOnlyProperty();
  }

  /// Follows the recipe only while somebody looks.
  void setActive(boolean now) {
    active = now;
    follow();
  }

  /// Explore as this framework mixes: the same draw, its box, label and smoothing. One step of the
  /// history.
  void useInExplore(Finding finding) {
    model.edit(r -> r.with(finding.method()).withSmoothing(finding.profile().smoothing()));
  }

  /// The mix of a finding, made small, BGRA; null while there are no pictures.
  @Nullable Pixels picture(Finding finding) {
    Prepared ready = model.pictures().prepared();
    if (ready == null) {
      return null;
    }
    Recipe recipe = model.recipe();
    if (!ready.equals(shrunk) || !Objects.equals(recipe.window(), seenThrough)) {
      shrunk = ready;
      seenThrough = recipe.window();
      small = shrink(ready, recipe);
    }
    Frame frame = small.getFirst().frame();
    var box = Region.of(finding.clipped(), finding.frame()).on(frame);
    return Mixer.mix(Patchwork.pair(frame, box), small.subList(0, 2));
  }

  /// As they are shown: what is pasted is the same before and after.
  private static List<Pixels> shrink(Prepared ready, Recipe recipe) {
    Inputs inputs = ready.inputs();
    Frame target = inputs.frame().within(SIDE);
    return inputs.sources().stream()
        .limit(2)
        .map(source -> ready.toScreen(recipe, Fitter.fit(source, target, Fit.STRETCH)))
        .toList();
  }

  private void follow() {
    Frame frame = model.frame();
    if (!active || frame == null) {
      return;
    }
    Recipe recipe = model.shownRecipe();
    VisibleObjects objects = objects(recipe);
    List<Finding> now = new ArrayList<>();
    for (Profile profile : Profile.all()) {
      now.add(Finding.of(profile, recipe, frame, objects));
    }
    findings.set(List.copyOf(now));
    averaging.want(new Wish(frame, recipe.seed()));
  }

  /// Found out once for the same pictures.
  private @Nullable VisibleObjects objects(Recipe recipe) {
    Prepared ready = model.pictures().prepared();
    if (ready != null && (!ready.equals(told) || !recipe.sources().equals(toldOf))) {
      told = ready;
      toldOf = recipe.sources();
      objects = VisibleObjects.of(ready.marks(), recipe, ready.inputs().frame());
    }
    return objects;
  }

  private static Averages average(Wish wish, @Nullable Averages before) {
    int draws = before == null ? FIRST_DRAWS : DRAWS;
    Map<String, Estimate> byProfile = new LinkedHashMap<>();
    for (Profile profile : Profile.all()) {
      byProfile.put(
          profile.id(),
          LabelDisagreement.of(profile.convention("cutmix"), wish.frame(), wish.seed(), draws));
    }
    return new Averages(draws, byProfile);
  }
}

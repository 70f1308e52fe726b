package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.TrainingRecipe;

/// Two settings with a history of their own, and what follows from each for the frame, the pictures
/// and the seed of the moment. Numbers and samples are made by workers, the newest wish wins.
final class TuneModel {
  /// How many settings there are.
  static final int SETTINGS = 2;

  private static final Frame USUAL = new Frame(224, 224);

  private final MixModel model;
  private final ObservableValue<SourcePool> pictures;
  private final ObservableHistory<List<Setting>> history;
  private final List<ReadOnlyObjectWrapper<@Nullable Consequences>> consequences;
  private final List<ReadOnlyObjectWrapper<List<Strip.Sample>>> samples;
  private final List<Latest<Consequences.Wish, Consequences>> counting;
  private final List<Latest<Strip.Wish, List<Strip.Sample>>> mixing;
  private boolean active;

  /// @param pictures what the samples are made from, at least two: the recipe's own, or a folder's
  TuneModel(MixModel model, ObservableValue<SourcePool> pictures, TaskRunner tasks) {
    this.model = model;
    this.pictures = pictures;
    history = new ObservableHistory<>(first(Setting.of(model.recipe())), this::follow);
    consequences =
        Stream.generate(() -> new ReadOnlyObjectWrapper<@Nullable Consequences>())
            .limit(SETTINGS)
            .toList();
    samples =
        Stream.generate(() -> new ReadOnlyObjectWrapper<>(List.<Strip.Sample>of()))
            .limit(SETTINGS)
            .toList();
    counting =
        IntStream.range(0, SETTINGS)
            .mapToObj(
                k ->
                    new Latest<Consequences.Wish, Consequences>(
                        tasks,
                        Consequences::of,
                        Consequences::isFinal,
                        (wish, result) -> consequences.get(k).set(result),
                        model::report))
            .toList();
    SmallPictures small = new SmallPictures();
    mixing =
        IntStream.range(0, SETTINGS)
            .mapToObj(
                k ->
                    new Latest<Strip.Wish, List<Strip.Sample>>(
                        tasks,
                        (wish, before) -> Strip.of(wish, small),
                        result -> true,
                        (wish, result) -> samples.get(k).set(result),
                        model::report))
            .toList();
    model.revisionProperty().addListener((property, old, now) -> follow());
    pictures.subscribe(now -> follow());
  }

  /// The setting of the recipe beside a much weaker one: Mixup as on ImageNet beside another Mixup,
  /// else CutMix for small data sets.
  private static List<Setting> first(Setting own) {
    Setting one =
        Setting.isTunable(own.method().type()) ? own : new Setting(new CutMix(1), own.smoothing());
    Mixup weaker = new Mixup(0.2);
    boolean isMixup = one.method() instanceof Mixup && !one.method().equals(weaker);
    return List.of(one, new Setting(isMixup ? weaker : new CutMix(0.2), one.smoothing()));
  }

  ReadOnlyObjectProperty<List<Setting>> settingsProperty() {
    return history.presentProperty();
  }

  /// Undo, redo and gestures of the settings.
  ObservableHistory<List<Setting>> history() {
    return history;
  }

  Setting setting(int k) {
    return history.present().get(k);
  }

  /// What setting k does, null until the first numbers are there.
  ReadOnlyObjectProperty<@Nullable Consequences> consequencesProperty(int k) {
    return consequences.get(k).getReadOnlyProperty();
  }

  /// Samples by setting k, none until they are made.
  ReadOnlyObjectProperty<List<Strip.Sample>> samplesProperty(int k) {
    return samples.get(k).getReadOnlyProperty();
  }

  /// Follows the recipe only while somebody looks.
  void setActive(boolean now) {
    active = now;
    follow();
  }

  // Commands

  /// Changes setting k: one step of the history, or part of one during a gesture.
  void edit(int k, UnaryOperator<Setting> change) {
    List<Setting> changed = new ArrayList<>(history.present());
    changed.set(k, change.apply(changed.get(k)));
    history.move(List.copyOf(changed));
  }

  /// Another type of method for setting k, with the settings that both have.
  void choose(int k, MethodType type) {
    edit(k, setting -> setting.with(type.like(setting.method())));
  }

  /// Both halves of a training recipe, side by side.
  void show(TrainingRecipe recipe) {
    history.move(
        List.of(
            new Setting(recipe.mixup(), recipe.smoothing()),
            new Setting(recipe.cutMix(), recipe.smoothing())));
  }

  /// The setting of Explore as setting k, if it can be tuned.
  void takeFromExplore(int k) {
    Setting own = Setting.of(model.recipe());
    if (Setting.isTunable(own.method().type())) {
      edit(k, setting -> own);
    }
  }

  /// The recipe of the moment with setting k.
  Recipe recipe(int k) {
    return setting(k).applyTo(model.recipe());
  }

  /// Explore with setting k: one step of its history.
  void useInExplore(int k) {
    model.edit(setting(k)::applyTo);
  }

  private void follow() {
    if (!active) {
      return;
    }
    Recipe recipe = model.recipe();
    Frame known = model.frame();
    Frame frame = known == null ? USUAL : known;
    int sources = recipe.sources().size();
    for (int k = 0; k < SETTINGS; k++) {
      Setting setting = setting(k);
      counting.get(k).want(new Consequences.Wish(setting.method(), frame, sources, recipe.seed()));
      mixing
          .get(k)
          .want(
              new Strip.Wish(
                  setting,
                  pictures.getValue(),
                  sources,
                  frame,
                  recipe.fit(),
                  recipe.blending(),
                  recipe.seed(),
                  recipe.index()));
    }
  }
}

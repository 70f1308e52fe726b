package org.mixoscope.app.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.SampleMask;
import org.mixoscope.app.state.VariedAxes;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// The state of the Compare screen: what varies, the sheet that follows from the recipe of the
/// moment, and its mixes as soon as they are there.
final class SheetModel {
  private final MixModel model;
  private final VariedAxes axes;
  private final Latest<Wish, Optional<MixedSheet>> mixing;
  private final ReadOnlyObjectWrapper<@Nullable Sheet> sheet = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable MixedSheet> mixed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Objection> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Sheet.Omission>> omitted =
      new ReadOnlyObjectWrapper<>(List.of());
  private final IntegerProperty selected = new SimpleIntegerProperty();
  private boolean inFront;
  private double width;
  private volatile @Nullable Wish newest;

  /// @param axes what varies
  SheetModel(MixModel model, VariedAxes axes, PictureCache cache, TaskRunner tasks) {
    this.model = model;
    this.axes = axes;
    SheetMixer mixer = new SheetMixer(cache);
    mixing =
        new Latest<>(
            tasks,
            (wish, before) -> mixer.mix(wish, () -> isOvertaken(wish)),
            Optional::isPresent,
            (wish, result) -> result.ifPresent(mixed::set),
            model::report);
    model.revisionProperty().addListener((property, old, now) -> follow());
    axes.property().addListener((property, old, now) -> follow());
  }

  /// The cells with their recipes, null while there are no pictures.
  ReadOnlyObjectProperty<@Nullable Sheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /// The newest sheet that is mixed; its shape may be one that [#sheetProperty] has left behind.
  ReadOnlyObjectProperty<@Nullable MixedSheet> mixedProperty() {
    return mixed.getReadOnlyProperty();
  }

  /// Which frame of clips the sheet is of; null of pictures.
  @Nullable Moment moment() {
    return model.pictures().moment();
  }

  /// Why there is no sheet of what is chosen; null if there is one. The sheet before stays.
  ReadOnlyObjectProperty<@Nullable Objection> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What is left out of the sheet, since nothing can be mixed there.
  ReadOnlyObjectProperty<List<Sheet.Omission>> omittedProperty() {
    return omitted.getReadOnlyProperty();
  }

  /// The number of the cell that keys act on.
  IntegerProperty selectedProperty() {
    return selected;
  }

  /// What varies.
  ReadOnlyObjectProperty<Axes> axesProperty() {
    return axes.property();
  }

  /// Whether all cells have the λ of the recipe.
  boolean lambdaIsHeld() {
    return axes.property().get().holdLambda();
  }

  /// Chooses what varies, as [Axis#parse] reads it. What cannot be read leaves everything as it
  /// was.
  ///
  /// @param newDown empty for nothing
  void vary(String newAcross, String newDown) {
    try {
      axes.move(Axes.parse(newAcross, newDown));
    } catch (IllegalArgumentException e) {
      problem.set(Objection.of(e));
      return;
    }
    follow();
    selectTheRecipe();
  }

  /// Whether the screen is in front; while it is not, nothing is mixed.
  void setInFront(boolean now) {
    inFront = now;
    follow();
    selectTheRecipe();
  }

  /// Says how many pixels of the screen a cell is wide.
  void setWidth(double pixels) {
    width = pixels;
    wish();
  }

  /// Opens the recipe of a cell: one step of the history.
  ///
  /// @return whether there was one
  boolean open(int k) {
    Sheet now = sheet.get();
    Recipe recipe = now == null || k >= now.cells().size() ? null : now.cells().get(k).recipe();
    if (recipe == null) {
      return false;
    }
    selected.set(k);
    model.edit(r -> recipe);
    return true;
  }

  private void selectTheRecipe() {
    Sheet now = sheet.get();
    if (now != null) {
      List<Sheet.Cell> cells = now.cells();
      for (int k = 0; k < cells.size(); k++) {
        if (model.recipe().equals(cells.get(k).recipe())) {
          selected.set(k);
          return;
        }
      }
      selected.set(0);
    }
  }

  private void follow() {
    Frame frame = model.frame();
    if (!inFront) {
      return;
    }
    if (frame == null) {
      sheet.set(null);
      mixed.set(null);
      omitted.set(List.of());
      return;
    }
    try {
      Sheet.Shown shown =
          SampleMask.sheet(model.recipe(), frame, axes.property().get()).shown(this::lacking);
      Sheet next = shown.sheet();
      problem.set(null);
      omitted.set(shown.omitted());
      if (selected.get() >= next.cells().size()) {
        selected.set(0);
      }
      sheet.set(next);
      wish();
    } catch (IllegalArgumentException e) {
      problem.set(Objection.of(e));
    }
  }

  /// What the pictures of the moment lack for a recipe; samples are lent what is known of them.
  private @Nullable Objection lacking(Recipe recipe) {
    Prepared ready = model.pictures().prepared();
    boolean isOwn = recipe.sources().equals(model.recipe().sources());
    return ready == null || !isOwn ? null : recipe.method().type().lacking(ready.inputs());
  }

  private void wish() {
    Sheet now = sheet.get();
    Prepared ready = model.pictures().prepared();
    if (now == null || ready == null || width < 1 || !inFront) {
      return;
    }
    Wish next = Wish.of(now, model.recipe(), ready, model.pictures().moment(), width);
    newest = next;
    mixing.want(next);
  }

  /// Whether nobody waits any more for what is being mixed, on whatever thread.
  private boolean isOvertaken(Wish wish) {
    Wish now = newest;
    return now != null && !now.isLike(wish);
  }
}

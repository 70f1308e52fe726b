package org.mixoscope.app.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// The state of the Compare screen: what varies, the sheet that follows from the recipe of the
/// moment, and its mixes as soon as they are there.
final class SheetModel {
  private final MixModel model;
  private final TaskRunner tasks;
  private final SheetMixer mixer;
  private final ReadOnlyObjectWrapper<@Nullable Sheet> sheet = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable MixedSheet> mixed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final IntegerProperty selected = new SimpleIntegerProperty();
  private Axis across = Axis.Method.all();
  private @Nullable Axis down;
  private boolean inFront;
  private double width;
  private @Nullable Wish wanted;
  private @Nullable Wish running;

  SheetModel(MixModel model, PictureCache cache, TaskRunner tasks) {
    this.model = model;
    this.tasks = tasks;
    mixer = new SheetMixer(cache);
    model.revisionProperty().addListener((property, old, now) -> follow());
  }

  /// The cells with their recipes, null while there are no pictures.
  ReadOnlyObjectProperty<@Nullable Sheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /// The newest sheet that is mixed; its shape may be one that [#sheetProperty] has left behind.
  ReadOnlyObjectProperty<@Nullable MixedSheet> mixedProperty() {
    return mixed.getReadOnlyProperty();
  }

  /// Why there is no sheet of what is chosen; empty if there is one. The sheet before stays.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The number of the cell that keys act on.
  IntegerProperty selectedProperty() {
    return selected;
  }

  Axis across() {
    return across;
  }

  @Nullable Axis down() {
    return down;
  }

  /// Whether all cells have the λ of the recipe.
  boolean lambdaIsHeld() {
    return Sheet.holdsLambda(across, down);
  }

  /// Chooses what varies, as [Axis#parse] reads it. What cannot be read leaves everything as it
  /// was.
  ///
  /// @param newDown empty for nothing
  void vary(String newAcross, String newDown) {
    try {
      across = Axis.parse(newAcross);
      down = newDown.isEmpty() ? null : Axis.parse(newDown);
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()));
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
      return;
    }
    try {
      Sheet next = sheet(frame);
      problem.set("");
      if (selected.get() >= next.cells().size()) {
        selected.set(0);
      }
      sheet.set(next);
      wish();
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  /// The sheet of the recipe. What mixes by a mask gets the sample's if there is none, as it does
  /// when it is chosen in Explore.
  private Sheet sheet(Frame frame) {
    Recipe base = model.recipe();
    if (base.mask() != null) {
      return Sheet.of(base, frame, across, down);
    }
    Sheet masked = Sheet.of(base.withMask(Sample.MASK), frame, across, down);
    return new Sheet(
        masked.across(), masked.down(), masked.cells().stream().map(SheetModel::unmasked).toList());
  }

  private static Sheet.Cell unmasked(Sheet.Cell cell) {
    Recipe recipe = cell.recipe();
    return recipe == null || recipe.method().type().uses(Trait.MASK)
        ? cell
        : new Sheet.Cell(cell.column(), cell.row(), cell.caption(), recipe.withMask(null), "");
  }

  private void wish() {
    Sheet now = sheet.get();
    Prepared ready = model.pictures().prepared();
    if (now == null || ready == null || width < 1 || !inFront) {
      return;
    }
    Wish next = Wish.of(now, ready, width);
    if (wanted == null || !next.isSame(wanted)) {
      wanted = next;
      mix(next);
    }
  }

  /// Mixes on a worker, one sheet after the other; of those that are wanted meanwhile only the
  /// newest is remembered.
  private void mix(Wish next) {
    if (running != null) {
      if (!running.isLike(next)) {
        running.drop();
      }
      return;
    }
    running = next;
    tasks.run(() -> mixer.mix(next), this::show, this::fail);
  }

  private void show(Optional<MixedSheet> result) {
    Wish done = running;
    running = null;
    result.ifPresent(mixed::set);
    if (wanted != null && wanted != done) {
      mix(wanted);
    }
  }

  private void fail(Exception failure) {
    running = null;
    wanted = null;
    model.report(failure);
  }
}

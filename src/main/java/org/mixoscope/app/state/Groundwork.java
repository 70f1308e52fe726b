package org.mixoscope.app.state;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Slice;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Recipe;

/// What takes seconds before a mix can be composed at once: the random field through all slices of
/// a volume. It is made away from the FX thread, for the newest wish; until it is there nobody else
/// uses its memory.
///
/// For the FX thread.
public final class Groundwork {
  private final TaskRunner tasks;
  private final Runnable changed;
  private final Consumer<Exception> report;

  /// One field is a large part of the memory: it is given to whoever makes the next one.
  private final Workspace fields = new Workspace();

  private final Workspace plain = new Workspace();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private @Nullable TaskRunner making;
  private boolean lent;
  private @Nullable Wish refused;

  /// The field of any slice.
  ///
  /// @param draw of the first slice
  private record Wish(FMix method, Draw draw, Frame whole, Frame shown) {
    void make(Workspace workspace) {
      method.prepare(draw, Inputs.of(whole), workspace);
      if (isPreview()) {
        method.prepare(draw, preview(), workspace);
      }
    }

    boolean isMade(Workspace workspace) {
      return method.isAtHand(draw, Inputs.of(whole), workspace)
          && (!isPreview() || method.isAtHand(draw, preview(), workspace));
    }

    private boolean isPreview() {
      return !shown.equals(whole);
    }

    private Inputs preview() {
      return Inputs.of(shown).standingFor(whole);
    }
  }

  /// @param changed is called when something was made, which may not be wanted any more, or could
  ///   not be made
  Groundwork(TaskRunner tasks, Runnable changed, Consumer<Exception> report) {
    this.tasks = tasks;
    this.changed = changed;
    this.report = report;
  }

  /// Whether what is to be shown is still being worked out.
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /// Memory in which a mix is composed at once. Null while it cannot be: what it lacks is made
  /// then, after what is being made.
  ///
  /// @param recipe of what is shown
  @Nullable Workspace workspace(Recipe recipe, Prepared ready) {
    Slice slice = recipe.draw().slice();
    if (slice == null || !(recipe.method() instanceof FMix method)) {
      rest();
      return plain;
    }
    Draw first = recipe.draw().in(new Slice(0, slice.of()));
    Wish wish = new Wish(method, first, ready.frame(), ready.inputs().frame());
    if (!lent && !wish.isMade(fields) && !wish.equals(refused)) {
      make(wish);
    }
    boolean isMade = !lent && wish.isMade(fields);
    working.set(lent);
    return isMade ? fields : null;
  }

  /// Nothing is wanted of it.
  void rest() {
    working.set(false);
  }

  private void make(Wish wish) {
    TaskRunner apart = making;
    if (apart == null) {
      apart = tasks.apart();
      making = apart;
    }
    lent = true;
    apart.run(
        () -> {
          wish.make(fields);
          return wish;
        },
        made -> giveBack(null),
        failure -> {
          report.accept(failure);
          giveBack(wish);
        });
  }

  private void giveBack(@Nullable Wish failed) {
    lent = false;
    refused = failed;
    changed.run();
  }
}

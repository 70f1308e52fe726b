package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mixoscope.recipe.Recipe;

/// Mixes that the user keeps to come back to, each once, in an order of the user's.
public final class Tray {
  /// More are no longer a tray.
  public static final int MOST = 36;

  private final ObservableList<Recipe> kept = FXCollections.observableArrayList();
  private final ObservableList<Recipe> view = FXCollections.unmodifiableObservableList(kept);
  private final BooleanProperty open = new SimpleBooleanProperty(true);

  /// An empty tray.
  public Tray() {}

  /// What is kept, in order. Not to be modified.
  public ObservableList<Recipe> kept() {
    return view;
  }

  /// Whether the mixes are shown, or only that there are some.
  public BooleanProperty openProperty() {
    return open;
  }

  /// Puts a mix at the end.
  ///
  /// @return whether it is there now and was not before: there may be no room
  public boolean keep(Recipe recipe) {
    return keep(recipe, kept.size());
  }

  /// Puts a mix at a place, such as back to where it was, or as near to it as there is one.
  ///
  /// @return like [#keep(Recipe)]
  public boolean keep(Recipe recipe, int place) {
    if (kept.size() == MOST || kept.contains(recipe)) {
      return false;
    }
    kept.add(Math.clamp(place, 0, kept.size()), recipe);
    return true;
  }

  /// Takes a mix out.
  public void remove(Recipe recipe) {
    kept.remove(recipe);
  }

  /// Moves a mix to a place, or as near to it as there is one.
  public void move(Recipe recipe, int place) {
    List<Recipe> moved = new ArrayList<>(kept);
    if (moved.remove(recipe)) {
      moved.add(Math.clamp(place, 0, moved.size()), recipe);
      // One change, so that nobody takes the mix for a removed one.
      kept.setAll(moved);
    }
  }

  /// Puts these mixes in place of all others.
  public void restore(List<Recipe> recipes) {
    kept.setAll(recipes.stream().distinct().limit(MOST).toList());
  }
}

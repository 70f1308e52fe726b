package org.mixoscope.app.ui;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.text.Text;

/// A box whose list gets its style and its skin when it is first opened. A window has many, each
/// list costs as much as thirty other nodes, and most are never opened.
///
/// @param <T> the values
final class LateList<T> extends ComboBoxListViewSkin<T> {
  private final ComboBox<T> box;
  private final Function<T, String> name;

  /// @param name what a value is called now
  LateList(ComboBox<T> box, Function<T, String> name) {
    super(box);
    this.box = box;
    this.name = name;
    getChildren().remove(getPopupContent());
  }

  @Override
  public void show() {
    Node list = getPopupContent();
    if (list.getScene() == null) {
      getChildren().add(list);
      list.applyCss();
    }
    super.show();
  }

  /// Room for the longest name, whichever is chosen.
  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    double width = left + right;
    for (Node part : getChildren()) {
      if (part instanceof Labeled chosen) {
        Text text = new Text(chosen.getText());
        text.setFont(chosen.getFont());
        width += chosen.prefWidth(height) - text.prefWidth(-1) + longest(text);
      } else if (part.isManaged()) {
        width += part.prefWidth(-1);
      }
    }
    return width;
  }

  private double longest(Text text) {
    double longest = 0;
    for (T value : box.getItems()) {
      text.setText(name.apply(value));
      longest = Math.max(longest, text.prefWidth(-1));
    }
    return longest;
  }
}

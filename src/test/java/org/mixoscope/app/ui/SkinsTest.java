package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mixoscope.app.Hands;
import org.mixoscope.app.InWindow;

@ExtendWith(InWindow.class)
class SkinsTest {
  static final List<Supplier<Control>> CONTROLS =
      List.of(
          Label::new,
          Button::new,
          ToggleButton::new,
          RadioButton::new,
          MenuButton::new,
          SplitMenuButton::new,
          CheckBox::new,
          Hyperlink::new,
          TextField::new,
          Slider::new);

  @ParameterizedTest
  @FieldSource("CONTROLS")
  void aControlHasTheSkinThatJavaFxWouldMake(Supplier<Control> made) {
    assertEquals(Hands.ask(() -> skin(made.get())), Hands.ask(() -> skin(early(made.get()))));
  }

  @Test
  void whatIsInsideHasItsSkinToo() {
    Label inner = Hands.ask(Label::new);
    Hands.run(() -> Skins.make(new Group(new Button("", new Group(inner)))));
    assertEquals("LabelSkin", Objects.requireNonNull(inner.getSkin()).getClass().getSimpleName());
  }

  @Test
  void aSkinThatAControlHasStays() {
    Label label = Hands.ask(Label::new);
    Hands.run(() -> Skins.make(label));
    var first = label.getSkin();
    Hands.run(() -> Skins.make(label));
    assertEquals(first, label.getSkin());
  }

  private static Control early(Control control) {
    Skins.make(control);
    return control;
  }

  private static Class<?> skin(Control control) {
    new Scene(new Group(control)).getRoot().applyCss();
    return control.getSkin().getClass();
  }
}

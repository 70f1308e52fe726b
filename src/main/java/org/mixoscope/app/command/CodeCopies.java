package org.mixoscope.app.command;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.code.CodeTarget;

/// The settings of the moment as code on the clipboard.
public final class CodeCopies {
  private final MixModel model;
  private final PoolModel pool;
  private final Messages messages;
  private final Toast toast;

  CodeCopies(MixModel model, PoolModel pool, Messages messages, Toast toast) {
    this.model = model;
    this.pool = pool;
    this.messages = messages;
    this.toast = toast;
  }

  /// The command that copies code for a target.
  public static Command command(CodeTarget target) {
    return switch (target) {
      case CLI -> Command.COPY_CLI;
      case JAVA -> Command.COPY_JAVA;
      case TORCHVISION -> Command.COPY_TORCHVISION;
      case TIMM -> Command.COPY_TIMM;
      case KERAS -> Command.COPY_KERAS;
    };
  }

  /// An item with its key for every target, for the recipe of the moment.
  public void addTo(MenuButton menu) {
    addTo(menu, model::recipe, true);
  }

  /// An item for every target, for another recipe than that of the moment.
  public void addTo(MenuButton menu, Supplier<Recipe> recipe) {
    addTo(menu, recipe, false);
  }

  /// An item for every target, for the recipe that there is when the menu opens. A library that
  /// does not have its method says so instead.
  ///
  /// @param keys whether items say their keys, which copy the recipe of the moment
  private void addTo(MenuButton menu, Supplier<Recipe> recipe, boolean keys) {
    for (CodeTarget target : CodeTarget.values()) {
      Command command = command(target);
      MenuItem item = new MenuItem();
      item.setId("do-" + command.name());
      item.setOnAction(e -> copy(target, recipe.get()));
      menu.addEventHandler(
          MenuButton.ON_SHOWING,
          e -> {
            boolean there = has(target, recipe.get());
            String text = messages.get(command.key());
            item.setDisable(!there);
            item.setText(
                !there
                    ? whyNot(target, recipe.get())
                    : keys ? text + "   " + command.keysText() : text);
          });
      menu.getItems().add(item);
    }
  }

  private static boolean has(CodeTarget target, Recipe recipe) {
    // No target decides that by the frame.
    return target.write(recipe, new Frame(224, 224)).isPresent();
  }

  private String whyNot(CodeTarget target, Recipe recipe) {
    String method = messages.get("method." + recipe.method().type().id());
    return messages.get("code.none", target.id(), method);
  }

  /// Copies the recipe of the moment, or says why there is nothing to copy.
  public void copy(CodeTarget target) {
    copy(target, model.recipe());
  }

  private void copy(CodeTarget target, Recipe recipe) {
    Frame frame = model.frame();
    if (frame == null) {
      toast.inform(messages.get("picture.waiting"));
      return;
    }
    Optional<String> code = target.write(model.withCourse(recipe), frame, pool.classesFor(recipe));
    if (code.isEmpty()) {
      toast.inform(whyNot(target, recipe));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(code.get());
    Clipboard.getSystemClipboard().setContent(content);
    toast.inform(messages.get("copied.code", messages.get(command(target).key())));
  }
}

package org.mixoscope.app.command;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.code.CodeTarget;

/// The settings of the moment as code on the clipboard.
public final class CodeCopies {
  private final MixModel model;
  private final Messages messages;
  private final Toast toast;

  CodeCopies(MixModel model, Messages messages, Toast toast) {
    this.model = model;
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

  /// Whether the target has the method of the moment.
  public boolean has(CodeTarget target) {
    // No target decides that by the frame.
    return target.write(model.recipe(), new Frame(224, 224)).isPresent();
  }

  /// Why there is no code for a target.
  public String whyNot(CodeTarget target) {
    String method = messages.get("method." + model.recipe().method().type().id());
    return messages.get("code.none", target.id(), method);
  }

  /// Copies, or says why there is nothing to copy.
  public void copy(CodeTarget target) {
    Recipe recipe = model.recipe();
    Frame frame = model.frame();
    if (frame == null) {
      toast.inform(messages.get("picture.waiting"));
      return;
    }
    Optional<String> code = target.write(recipe, frame);
    if (code.isEmpty()) {
      toast.inform(whyNot(target));
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(code.get());
    Clipboard.getSystemClipboard().setContent(content);
    toast.inform(messages.get("copied.code", messages.get(command(target).key())));
  }
}

package org.mixoscope.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Incoming;
import org.mixoscope.app.ui.Explained;

/// The handle by which the mix is dragged into another program: a picture with its recipe in it. On
/// the picture itself a drag is for boxes and for what is zoomed.
final class MixHandle extends Label {
  private static final double VIEW = 96;

  private final Desk desk;

  /// Begun when the mouse goes down, so that it is there when the drag begins.
  private @Nullable CompletableFuture<Path> file;

  MixHandle(Desk desk) {
    super(null, new FontIcon(Feather.SHARE));
    this.desk = desk;
    setId("mix-handle");
    getStyleClass().addAll("icon-button", "flat", "drag-handle");
    setOnMousePressed(this::press);
    setOnDragDetected(this::drag);
    Explained.by(this, desk.messages(), "drag.mix");
  }

  private void press(MouseEvent event) {
    file =
        event.getButton() != MouseButton.PRIMARY
            ? null
            : desk.outgoing().lent().map(MixHandle::begun).orElse(null);
  }

  private static CompletableFuture<Path> begun(Callable<Path> work) {
    CompletableFuture<Path> made = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                made.complete(work.call());
              } catch (Exception e) {
                made.completeExceptionally(e);
              }
            });
    return made;
  }

  private void drag(MouseEvent event) {
    CompletableFuture<Path> making = file;
    if (making == null) {
      return;
    }
    event.consume();
    try {
      Path made = making.join();
      ClipboardContent content = new ClipboardContent();
      Image picture = new Image(made.toUri().toString());
      content.putFiles(List.of(made.toFile()));
      content.putImage(picture);
      content.put(Incoming.OURS, "mix");
      Dragboard board = startDragAndDrop(TransferMode.COPY);
      board.setContent(content);
      board.setDragView(new Image(made.toUri().toString(), VIEW, VIEW, true, true));
    } catch (CompletionException e) {
      desk.model().report(e.getCause() instanceof Exception cause ? cause : e);
    }
  }
}

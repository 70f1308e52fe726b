package org.mixoscope.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;

/// The handle by which a file is dragged into another program: the mix, or a figure. On the picture
/// itself a drag is for boxes and for what is zoomed.
public final class DragHandle extends Label {
  private static final double VIEW = 96;

  private final Desk desk;
  private final Supplier<Optional<Callable<Path>>> lent;

  /// Begun when the mouse goes down, so that it is there when the drag begins.
  private @Nullable CompletableFuture<Path> file;

  /// @param key of what is said of it
  /// @param lent what writes the file; empty while there is none
  public DragHandle(Desk desk, String key, Supplier<Optional<Callable<Path>>> lent) {
    super(null, Icons.of(Feather.SHARE));
    this.desk = desk;
    this.lent = lent;
    setId(key.replace('.', '-'));
    getStyleClass().addAll("icon-button", "flat", "drag-handle");
    setOnMousePressed(this::press);
    setOnDragDetected(this::drag);
    Explained.by(this, desk.messages(), key);
  }

  private void press(MouseEvent event) {
    file =
        event.getButton() != MouseButton.PRIMARY
            ? null
            : lent.get().map(DragHandle::begun).orElse(null);
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
      content.putFiles(List.of(made.toFile()));
      content.put(Incoming.OURS, getId());
      Image picture = new Image(made.toUri().toString());
      // SVG and PDF are none to JavaFX.
      if (!picture.isError()) {
        content.putImage(picture);
      }
      Dragboard board = startDragAndDrop(TransferMode.COPY);
      board.setContent(content);
      board.setDragView(new Image(made.toUri().toString(), VIEW, VIEW, true, true));
    } catch (CompletionException e) {
      desk.model().report(e.getCause() instanceof Exception cause ? cause : e);
    }
  }
}

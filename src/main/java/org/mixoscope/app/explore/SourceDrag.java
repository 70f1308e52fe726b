package org.mixoscope.app.explore;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Incoming;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Drags a source into a pane: a pane onto another changes places with it, or, with `Ctrl` held
/// when the drag begins and from elsewhere, is copied there. Another program gets its file, as a
/// copy always: it would else move a picture of the user's away.
final class SourceDrag {
  private static final Object KEY = new Object();
  private static final double VIEW = 96;

  private SourceDrag() {}

  /// What is dragged.
  ///
  /// @param pane that it changes places with, −1 to be copied
  private record Dragged(Source source, int pane) {}

  /// Lets the source of a pane be dragged, and others be dropped on it.
  static void between(Node pane, int k, MixModel model, Supplier<@Nullable Image> picture) {
    pane.setOnDragDetected(
        e -> {
          List<Source> sources = model.recipe().sources();
          if (k < sources.size()) {
            model.sight().endPeek();
            int place = e.isShortcutDown() ? -1 : k;
            begin(e, pane, new Dragged(sources.get(k), place), picture.get());
          }
        });
    pane.addEventFilter(
        DragEvent.DRAG_OVER,
        e ->
            dragged(e, pane)
                .ifPresent(
                    one -> {
                      e.acceptTransferModes(TransferMode.COPY);
                      e.consume();
                    }));
    pane.addEventFilter(
        DragEvent.DRAG_DROPPED,
        e ->
            dragged(e, pane)
                .ifPresent(
                    one -> {
                      if (one.pane < 0) {
                        model.sources().set(k, one.source);
                      } else {
                        model.edit(r -> swapped(r, one.pane, k));
                      }
                      e.setDropCompleted(true);
                      e.consume();
                    }));
  }

  /// With the sources of two panes in each other's place.
  private static Recipe swapped(Recipe recipe, int i, int k) {
    Source one = recipe.sources().get(i);
    Source other = recipe.sources().get(k);
    return recipe.with(i, other).with(k, one);
  }

  private static void begin(MouseEvent event, Node node, Dragged dragged, @Nullable Image picture) {
    Dragboard board = node.startDragAndDrop(TransferMode.COPY);
    ClipboardContent content = new ClipboardContent();
    file(dragged.source).ifPresent(file -> content.putFiles(List.of(file)));
    content.put(Incoming.OURS, dragged.source.location());
    board.setContent(content);
    if (picture != null) {
      ImageView view = new ImageView(picture);
      view.setPreserveRatio(true);
      view.setFitWidth(VIEW);
      board.setDragView(view.snapshot(null, null));
    }
    node.getProperties().put(KEY, dragged);
    event.consume();
  }

  /// What is dragged by one of ours, unless it comes from that very pane. What comes from another
  /// window has no place to change with.
  private static Optional<Dragged> dragged(DragEvent event, Node pane) {
    if (!(event.getGestureSource() instanceof Node from)
        || from.equals(pane)
        || !(from.getProperties().get(KEY) instanceof Dragged one)) {
      return Optional.empty();
    }
    boolean isHere = Objects.equals(from.getScene(), pane.getScene());
    return Optional.of(isHere ? one : new Dragged(one.source, -1));
  }

  private static Optional<File> file(Source source) {
    try {
      return Optional.of(Path.of(source.location())).filter(Files::isRegularFile).map(Path::toFile);
    } catch (InvalidPathException _) {
      return Optional.empty(); // It is none.
    }
  }
}

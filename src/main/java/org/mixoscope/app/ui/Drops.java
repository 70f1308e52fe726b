package org.mixoscope.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/// What is dropped on a part of the screen is for it, not for what is around.
public final class Drops {
  private Drops() {}

  /// Takes the first of the files and folders that are dropped on a node.
  public static void accept(Node node, Consumer<Path> take) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
          }
        });
    node.setOnDragDropped(
        e -> {
          List<File> files = e.getDragboard().getFiles();
          if (!files.isEmpty()) {
            take.accept(files.getFirst().toPath());
            e.setDropCompleted(true);
            e.consume();
          }
        });
  }
}

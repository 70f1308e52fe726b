package org.mixoscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;

/// A window without a display that closes by itself. Of it Java learns what a start needs.
final class Rehearsal {
  private static final Duration ENDS = Duration.seconds(3);

  private Rehearsal() {}

  /// Closes a stage some time after the screens took the place of the logo.
  static void closeOnceComplete(Stage stage) {
    learnWindows();
    PauseTransition rest = new PauseTransition(ENDS);
    rest.setOnFinished(e -> stage.hide());
    stage.getScene().rootProperty().subscribe((logo, screens) -> rest.play());
  }

  /// What opens windows where there is a display: it is of another kind here, and would be read
  /// from its jar, class by class, at each start.
  private static void learnWindows() {
    Module graphics = Stage.class.getModule();
    try (ModuleReader classes =
            graphics
                .getLayer()
                .configuration()
                .findModule(graphics.getName())
                .map(ResolvedModule::reference)
                .map(Rehearsal::open)
                .orElseThrow();
        Stream<String> names = classes.list()) {
      names
          .filter(name -> name.startsWith("com/sun/glass/ui/") && name.endsWith(".class"))
          .map(name -> name.substring(0, name.lastIndexOf('.')).replace('/', '.'))
          .forEach(name -> Class.forName(graphics, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModuleReader open(ModuleReference module) {
    try {
      return module.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

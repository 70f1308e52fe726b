package org.mixoscope.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Hands;
import org.mixoscope.app.InWindow;
import org.mixoscope.app.Screens;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;

@ExtendWith(InWindow.class)
class SavingTest {
  private static final byte[] CONTENTS = {1, 2, 3};

  @TempDir Path folder;
  private final List<Exception> reported = new ArrayList<>();
  private Toast toast;
  private final Screens.Answers answers = new Screens.Answers();
  private Saving saving;

  @BeforeEach
  void make() {
    Messages messages = new Messages(Language.ENGLISH);
    toast = Hands.ask(() -> new Toast(messages, ""));
    Reveal reveal = new Reveal(answers, TaskRunner.inline(), messages, toast);
    saving = new Saving(messages, TaskRunner.inline(), toast, reveal, reported::add);
  }

  @Test
  void theMessageFollowsAFileToItsEnd() throws IOException {
    Path file = folder.resolve("a.bin");
    List<Double> seen = new ArrayList<>();
    Hands.run(
        () ->
            saving.follow(
                "drawing",
                file,
                control -> {
                  assertEquals("drawing", said());
                  control.progress(0.25);
                  seen.add(((ProgressBar) toast.lookup(".progress-bar")).getProgress());
                  return CONTENTS;
                }));

    assertEquals(List.of(0.25), seen);
    assertEquals("Saved " + file, said());
    assertFalse(cancel().isVisible());
    assertEquals(CONTENTS.length, Files.size(file));
    Button show = (Button) toast.lookup("#toast-act");
    assertEquals("Show in folder", show.getText());
    Hands.run(show::fire);
    assertEquals(folder.toAbsolutePath(), answers.revealed.orElseThrow().normalize());
    assertFalse(toast.isVisible());
  }

  @Test
  void whatIsCancelledBeforeItIsCompleteIsNotWritten() {
    Path file = folder.resolve("b.bin");
    Hands.run(
        () ->
            saving.save(
                file,
                control -> {
                  assertTrue(cancel().isVisible());
                  cancel().fire();
                  assertTrue(control.isCancelled());
                  return CONTENTS;
                }));

    assertEquals("Not saved: " + file, said());
    assertFalse(Files.exists(file));
    assertEquals(List.of(), reported);
  }

  @Test
  void whatCannotBeWrittenIsReported() {
    Hands.run(() -> saving.save(folder.resolve("nowhere/c.bin"), control -> CONTENTS));

    assertEquals(1, reported.size());
    assertTrue(reported.getFirst().getMessage().contains("no such folder"));
    assertFalse(toast.isVisible(), "whoever hears the report says more");
  }

  private String said() {
    return ((Label) toast.lookup(".label")).getText();
  }

  private Button cancel() {
    return (Button) toast.lookup("#toast-cancel");
  }
}

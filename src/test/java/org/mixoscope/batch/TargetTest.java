package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

@BesideWindows
class TargetTest {
  @TempDir Path root;
  private Path source = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void makeDataSet() throws IOException {
    source = Files.createDirectories(root.resolve("photos"));
    out = root.resolve("new/out");
  }

  @Test
  void newFolderIsMadeWithThoseAboveIt() throws IOException {
    assertEquals(Found.NOTHING, new Target(out).look(source, null));
    assertFalse(Files.exists(out), "looking writes nothing");

    assertFalse(new Target(out).enter(source, null, false));
    assertTrue(Files.isDirectory(out));
    assertEquals(Found.NOTHING, new Target(out).look(source, null));
    assertFalse(new Target(out).enter(source, null, true), "there is nothing to resume");
  }

  @Test
  void folderWithARunIsEnteredToResumeOnly() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("run.json"), "{}");
    Target target = new Target(out);

    assertEquals(Found.PART, target.look(source, null));
    assertTrue(target.enter(source, null, true));
    assertRefused(out + " is not empty: choose another folder, or resume its run", target, false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void folderWithSomethingElseIsNotEntered(boolean resume) throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("notes.txt"), "mine");
    Target target = new Target(out);

    assertEquals(Found.OTHER, target.look(source, null));
    assertRefused(
        out + " is not empty and holds no run to resume: choose another folder", target, resume);
    assertEquals("mine", Files.readString(out.resolve("notes.txt")));
  }

  /// A run that was ended before its `run.json` was there.
  @Test
  void whatARunLeavesThatWasEndedAtOnceIsNothing() throws IOException {
    Files.createDirectories(out);
    Files.createFile(out.resolve(Journal.PREFIX + "journal"));
    new Target(out).writeClasses(List.of("ant"));

    assertEquals(Found.NOTHING, new Target(out).look(source, null));
    assertFalse(new Target(out).enter(source, null, false));
  }

  @Test
  void fileIsSomethingElse() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertEquals(Found.OTHER, new Target(file).look(source, null));
    assertThrows(IOException.class, () -> new Target(file).enter(source, null, false));
  }

  @Test
  void nothingIsWrittenIntoTheDataSetByWhateverWay() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), source);
    Path up = source.resolve("../photos/mixed");
    for (Path inside :
        List.of(
            source, source.resolve("mixed"), source.resolve("a/b"), link.resolve("mixed"), up)) {
      Target target = new Target(inside);
      assertEquals(Found.INPUT, target.look(source, null), inside.toString());
      assertRefused(inside + " lies in the data set: choose a folder outside of it", target, false);
    }
    assertEquals(Found.INPUT, new Target(source.resolve("mixed")).look(link, null));
    try (Stream<Path> files = Files.list(source)) {
      assertEquals(0, files.count());
    }
    Path sibling = root.resolve("photos-mixed");
    assertEquals(
        Found.NOTHING, new Target(sibling).look(source, null), "the name alone is not a way in");
  }

  /// It would be a part of what is mixed in the next time.
  @Test
  void nothingIsWrittenIntoTheBackground() throws IOException {
    Path textures = Files.createDirectory(root.resolve("textures"));
    Path picture = textures.resolve("even.png");
    PictureWriter.write(Pixels.of(new byte[4], new Frame(2, 2), 1), picture, null);
    Background background = Background.open(textures);
    Target inside = new Target(textures.resolve("a/b"));

    assertEquals(Found.INPUT, inside.look(source, background));
    BatchException e =
        assertThrows(BatchException.class, () -> inside.enter(source, background, false));
    assertEquals(
        textures.resolve("a/b") + " lies in the background: choose a folder outside of it",
        e.getMessage());
    assertFalse(Files.exists(textures.resolve("a")));
    assertEquals(Found.NOTHING, inside.look(source, Background.open(picture)), "one file is none");
  }

  /// A table lists its pictures; nobody looks for more beside it.
  @Test
  void folderOfATableIsEntered() throws IOException {
    Path table = Files.writeString(source.resolve("table.csv"), "a.png,0\n");

    assertEquals(Found.NOTHING, new Target(source.resolve("mixed")).look(table, null));
    assertFalse(new Target(source.resolve("mixed")).enter(table, null, false));
  }

  @Test
  void classesAreWrittenOneALine() throws IOException {
    Files.createDirectories(out);

    new Target(out).writeClasses(List.of("ant", "two\nlines", "杯"));

    assertEquals(List.of("ant", "two lines", "杯"), Files.readAllLines(out.resolve("classes.txt")));
  }

  @Test
  void completeFolderHoldsNoFilesForResumingAndNoEmptyErrors() throws IOException {
    Files.createDirectories(out);
    Files.createFile(out.resolve(Journal.PREFIX + "journal"));
    Files.createFile(out.resolve("errors.jsonl"));
    Files.createFile(out.resolve("run.json"));

    new Target(out).tidy();

    try (Stream<Path> files = Files.list(out)) {
      assertEquals(List.of(out.resolve("run.json")), files.toList());
    }
    Files.writeString(out.resolve("errors.jsonl"), "{}\n");
    new Target(out).tidy();
    assertEquals("{}\n", Files.readString(out.resolve("errors.jsonl")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureToWriteSaysWhatToDo(IOException failure, String sentence) {
    BatchException e = new Target(Path.of("OUT")).explained(failure);

    assertEquals(sentence, e.getMessage());
    assertEquals(failure, e.getCause());
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new IOException("No space left on device"),
            "OUT: the disk is full: make room, then resume"),
        Arguments.of(
            new FileSystemException("OUT/a", null, "No space left on device"),
            "OUT: the disk is full: make room, then resume"),
        Arguments.of(
            new AccessDeniedException("OUT/a"), "OUT/a may not be written: ask for permission"),
        Arguments.of(new FileAlreadyExistsException("OUT/a"), "OUT/a is a file: choose a folder"),
        Arguments.of(
            new FileSystemException("OUT/a", null, "Read-only file system"),
            "OUT cannot be written (Read-only file system): mend that, then resume"),
        Arguments.of(
            new IOException("it broke"),
            "OUT cannot be written (it broke): mend that, then resume"),
        Arguments.of(new IOException(), "OUT cannot be written (): mend that, then resume"));
  }

  private void assertRefused(String sentence, Target target, boolean resume) {
    BatchException e = assertThrows(BatchException.class, () -> target.enter(source, null, resume));
    assertEquals(sentence, e.getMessage());
  }
}

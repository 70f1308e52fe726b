package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.Journal.State;

@BesideWindows
class JournalTest {
  @TempDir Path folder;

  @Test
  void newJournalKnowsNothing() throws IOException {
    assertEquals(Optional.empty(), reopened());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 11})
  void lastStateIsReadBack(int writes) throws IOException {
    write(writes);

    assertEquals(Optional.of(state(writes)), reopened());
  }

  @Test
  void statesOfAllSizesAreReadBack() throws IOException {
    List<State> states =
        List.of(
            State.START,
            new State(0, 0, 0, ObjectCounts.NONE, List.of(0L)),
            new State(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                new ObjectCounts(
                    Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 3, Long.MAX_VALUE, 1),
                LongStream.range(0, 6).map(k -> Long.MAX_VALUE - k).boxed().toList()));
    for (State state : states) {
      try (Journal journal = Journal.open(folder)) {
        assertTrue(journal.read().isPresent() || state.equals(State.START));
        journal.write(state);
      }
      assertEquals(Optional.of(state), reopened());
    }
  }

  @Test
  void fileDoesNotGrow() throws IOException {
    write(2);
    long size = Files.size(file());

    write(200);

    assertEquals(size, Files.size(file()));
  }

  /// The process ends in the middle of a write: the state is the one before, or the new one if all
  /// that counts of it is there. Whatever it is, the run goes on from it.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void writeTornAtAnyByteLeavesAStateWhole(int writes) throws IOException {
    write(writes);
    byte[] before = Files.readAllBytes(file());
    write(writes + 1);
    byte[] after = Files.readAllBytes(file());

    Set<Integer> found = new TreeSet<>();
    int from = Arrays.mismatch(before, after);
    for (int cut = from; cut <= after.length; cut++) {
      byte[] torn = before.clone();
      System.arraycopy(after, from, torn, from, cut - from);
      Files.write(file(), torn);
      int next = reopened().orElseThrow().next();
      found.add(next);
      assertTrue(next == writes || next == writes + 1, "cut at " + cut + ": " + next);

      try (Journal journal = Journal.open(folder)) {
        assertEquals(next, journal.read().orElseThrow().next());
        journal.write(state(next + 1));
      }
      assertEquals(Optional.of(state(next + 1)), reopened(), "after the cut at " + cut);
    }
    assertEquals(Set.of(writes, writes + 1), found);
  }

  /// A write that follows a torn one goes into the same place, not into that of the whole one.
  @Test
  void twoTornWritesInARowLeaveTheStateBeforeThem() throws IOException {
    write(4);
    byte[] whole = Files.readAllBytes(file());
    write(5);
    byte[] after = Files.readAllBytes(file());
    int from = Arrays.mismatch(whole, after);
    byte[] torn = whole.clone();
    System.arraycopy(after, from, torn, from, 3);
    Files.write(file(), torn);
    try (Journal journal = Journal.open(folder)) {
      assertEquals(Optional.of(state(4)), journal.read());
      journal.write(state(5));
    }
    byte[] again = Files.readAllBytes(file());
    int second = Arrays.mismatch(torn, again);

    for (int cut = second; cut < second + 3; cut++) {
      byte[] twice = torn.clone();
      System.arraycopy(again, second, twice, second, cut - second);
      Files.write(file(), twice);
      assertEquals(Optional.of(state(4)), reopened(), "cut at " + cut);
    }
  }

  /// The file system lost its end.
  @Test
  void fileCutAnywhereHasAStateThatWasWrittenOrNone() throws IOException {
    write(2);
    byte[] whole = Files.readAllBytes(file());

    for (int length = 0; length <= whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      Optional<State> state = reopened();
      assertTrue(
          state.isEmpty()
              || state.equals(Optional.of(state(1)))
              || state.equals(Optional.of(state(2))),
          "length " + length + ": " + state);
    }
  }

  @Test
  void changedByteIsNoticed() throws IOException {
    write(1);
    byte[] whole = Files.readAllBytes(file());
    int length = new String(whole, 0, 512, US_ASCII).indexOf(0);
    for (int at = 0; at < length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file(), changed);
      assertEquals(Optional.empty(), reopened(), "byte " + at);
    }
  }

  @Test
  void secondOneOfAFolderIsRefusedUntilTheFirstIsClosed() throws IOException {
    try (Journal first = Journal.open(folder)) {
      first.write(state(1));
      IOException e = assertThrows(IOException.class, () -> Journal.open(folder));
      assertEquals(folder + ": another run writes into it: wait for it or stop it", e.getMessage());
    }
    assertEquals(Optional.of(state(1)), reopened());
  }

  @Test
  void allThatIsForResumingOnlyGoesInTheEnd() throws IOException {
    write(1);
    Files.createFile(folder.resolve(Journal.PREFIX + "rows-000000"));
    Files.createFile(folder.resolve("metadata.jsonl"));
    Files.createDirectory(folder.resolve("images"));

    Journal.delete(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          Set.of("metadata.jsonl", "images"),
          files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet()));
    }
  }

  /// Writes states 1 to a number into a new journal.
  private void write(int number) throws IOException {
    Files.deleteIfExists(file());
    try (Journal journal = Journal.open(folder)) {
      for (int k = 1; k <= number; k++) {
        journal.write(state(k));
      }
    }
  }

  private static State state(int k) {
    return new State(k, k / 3, 100L * k, ObjectCounts.NONE, List.of(1000L * k, 7L));
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(Journal.PREFIX))
          .findFirst()
          .orElse(folder.resolve(Journal.PREFIX + "none"));
    }
  }

  private Optional<State> reopened() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      return journal.read();
    }
  }
}

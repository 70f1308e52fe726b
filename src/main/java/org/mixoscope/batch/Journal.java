package org.mixoscope.batch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// How far a job is, on disk: written after each sample, so that whatever ends the process, at most
/// the samples under way are lost. Two places are written in turn, so that one of them is whole,
/// and the file never grows, so that a full disk does not matter to it.
final class Journal implements Closeable {
  /// Of all files that are there only while a job runs.
  static final String PREFIX = ".mixoscope-";

  private static final String NAME = PREFIX + "journal";
  private static final int SLOT = 512;

  /// Before the counts of objects, where there are any.
  private static final String OBJECTS = " objects ";

  private final FileChannel channel;
  private long sequence;

  /// @param next the first sample that is not done
  /// @param skipped how many before it were left out
  /// @param errors bytes of `errors.jsonl`
  /// @param objects what became of those of the samples before it
  /// @param output what the output needs to go on
  record State(int next, int skipped, long errors, ObjectCounts objects, List<Long> output) {
    static final State START = at(0);

    /// Before a sample of which nothing is written.
    static State at(int next) {
      return new State(next, 0, 0, ObjectCounts.NONE, List.of());
    }
  }

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /// Opens or makes the journal of a folder and keeps others from doing so.
  static Journal open(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new BatchException(BatchReason.IN_USE.of(folder));
    }
    return new Journal(channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this very process
    }
  }

  /// What is written in the journal of a folder, which is left alone; empty if there is none.
  static Optional<State> peek(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Journal journal = new Journal(FileChannel.open(file, StandardOpenOption.READ))) {
      return journal.read();
    }
  }

  /// What was written last; empty if nothing was.
  Optional<State> read() throws IOException {
    String newest = "";
    for (int slot = 0; slot < 2; slot++) {
      String text = slot(slot);
      long number = text.isEmpty() ? -1 : Long.parseLong(text.split(" ", 2)[0]);
      if (number >= sequence) {
        sequence = number + 1;
        newest = text;
      }
    }
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = newest.split(OBJECTS, 2);
    List<Long> n = numbers(parts[0]);
    return Optional.of(
        new State(
            Math.toIntExact(n.get(1)),
            Math.toIntExact(n.get(2)),
            n.get(3),
            parts.length == 1 ? ObjectCounts.NONE : ObjectCounts.of(numbers(parts[1])),
            n.subList(4, n.size())));
  }

  private static List<Long> numbers(String text) {
    return Stream.of(text.split(" ")).map(Long::parseLong).toList();
  }

  /// The text of a place; empty if it is not whole.
  private String slot(int slot) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(SLOT);
    while (buffer.hasRemaining()
        && channel.read(buffer, (long) slot * SLOT + buffer.position()) > 0) {}
    String[] parts = new String(buffer.array(), US_ASCII).split("\n", 3);
    boolean whole = parts.length == 3 && checksum(parts[0]).equals(parts[1]);
    return whole ? parts[0] : "";
  }

  void write(State state) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(sequence).append(' ').append(state.next).append(' ').append(state.skipped);
    text.append(' ').append(state.errors);
    state.output.forEach(number -> text.append(' ').append(number));
    if (state.objects.isSomething()) {
      text.append(OBJECTS)
          .append(state.objects.numbers().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    String line = text + "\n" + checksum(text.toString()) + "\n";
    ByteBuffer buffer = ByteBuffer.wrap(Arrays.copyOf(line.getBytes(US_ASCII), SLOT));
    long at = sequence % 2 * SLOT;
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
    sequence++;
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    return Long.toHexString(crc.getValue());
  }

  /// The job is complete: deletes the journal and what else of the folder was for resuming only.
  static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        if (Files.isDirectory(file)) {
          deleteFolder(file);
        } else {
          Files.delete(file);
        }
      }
    }
  }

  /// Deletes a folder, if it is there, with all that is in it.
  static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

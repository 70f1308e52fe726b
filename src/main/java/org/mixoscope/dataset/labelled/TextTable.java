package org.mixoscope.dataset.labelled;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.target.ClassWeights;

/// The texts of a table and their labels, by their numbers. Texts lie in a scratch file, which is
/// gone when the table is closed: memory holds a few bytes for each. Labels are read as those of
/// tables of pictures are: names, indices, lists of names or of probabilities.
public final class TextTable implements Closeable {
  private final Path file;
  private final String textColumn;
  private final Check check;
  private final Notes notes = new Notes();
  private final LabelCollector collector;
  private final FileChannel scratch;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final ClassLabels labels;
  private final String labelColumn;
  private long[] ends = new long[1024];
  private int[] rows = new int[1024];
  private int size;
  private int read;

  /// What a text must be.
  @FunctionalInterface
  public interface Check {
    /// @param name of the text in refusals
    /// @throws RefusedException if it is not so: then the row is left out
    void require(Object name, String text);
  }

  /// A row that is left out.
  ///
  /// @param row from 0
  /// @param reason why
  public record LeftOut(int row, Objection reason) {}

  private TextTable(Path file, String column, ReadAs as, Check check, FileChannel scratch)
      throws IOException {
    this.file = file;
    textColumn = column;
    this.check = check;
    this.scratch = scratch;
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    collector = new LabelCollector(ClassesFile.in(as, folder, "classes.txt"), as, notes);
    labelColumn = new TextRows(file, column, as, notes).read(this::add).orElse("");
    labels = collector.classes(file.toString());
  }

  /// Reads a .csv or .tsv file whose first line names its columns, or a .jsonl file.
  ///
  /// @param column that with the texts
  /// @param as the column of the labels, what separates several, and the classes in their order
  /// @throws DataSetException if it is no such table
  /// @throws IllegalArgumentException if something else than classes is asked for
  public static TextTable open(Path file, String column, ReadAs as, Check check)
      throws IOException {
    if (as.target() != null
        && as.target() != TargetKind.CLASS
        && as.target() != TargetKind.LABELS) {
      throw new RefusedException(DataSetReason.CLASSES_ONLY.of(as.target().id()));
    }
    FileChannel scratch =
        FileChannel.open(
            Files.createTempFile("mixoscope-", ".texts"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      return new TextTable(file, column, as, check, scratch);
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private void add(TextRows.Row row) throws IOException {
    int number = read++;
    try {
      check.require(Place.ROW.of(row.line()), row.text());
    } catch (RefusedException refused) {
      leftOut.add(new LeftOut(number, refused.objection()));
      return;
    }
    collector.add(Place.LINE.of(file, row.line()), row.label());
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
    }
    ByteBuffer bytes = ByteBuffer.wrap(row.text().getBytes(UTF_8));
    long at = start(size);
    ends[size] = at + bytes.remaining();
    while (bytes.hasRemaining()) {
      at += scratch.write(bytes, at);
    }
    rows[size++] = number;
  }

  private long start(int text) {
    return text == 0 ? 0 : ends[text - 1];
  }

  /// How many texts there are.
  public int size() {
    return size;
  }

  /// The classes, in the order of labels.
  public List<String> classes() {
    return labels.names();
  }

  /// How many texts have each class, alone or beside others.
  public int[] counts() {
    return labels.counts();
  }

  /// What was understood, and guessed.
  public Findings findings() {
    return notes.about(labels);
  }

  /// Rows that the check refused.
  public List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /// The column that the texts were taken from.
  public String textColumn() {
    return textColumn;
  }

  /// The column that the labels were taken from; empty if there are no rows.
  public String labelColumn() {
    return labelColumn;
  }

  /// The text with a number. From any thread.
  ///
  /// @param text within [0, size)
  public String text(int text) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (ends[text] - start(text)));
    while (bytes.hasRemaining()) {
      if (scratch.read(bytes, start(text) + bytes.position()) < 0) {
        throw new IOException("the scratch file of the texts was cut off");
      }
    }
    return new String(bytes.array(), UTF_8);
  }

  /// Its label.
  public ClassWeights label(int text) {
    return labels.weights(text);
  }

  /// What a text is called in what is written: the table and its row, from 0.
  public String name(int text) {
    return file.getFileName() + "#" + rows[text];
  }

  @Override
  public void close() throws IOException {
    scratch.close();
  }
}

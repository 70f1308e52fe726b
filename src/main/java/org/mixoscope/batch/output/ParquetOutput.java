package org.mixoscope.batch.output;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// Parquet files of a thousand samples. A Parquet file cannot be written row by row, so the rows of
/// the next one wait in a spool, from which an ended run goes on.
final class ParquetOutput implements Output {
  static final int PER_FILE = 1000;
  static final String DATA = "data";
  private static final Pattern FILE = Pattern.compile("mixed-(\\d{6,7})\\.parquet");

  private final Path spools;
  private final Path folder;
  private final Encoding.File encoding;
  private final long seed;
  private final List<ParquetColumn> columns;
  private int file;
  private int previous = -1;
  private AppendFile rows;

  ParquetOutput(
      Stretch stretch,
      Encoding.File encoding,
      long seed,
      List<ParquetColumn> columns,
      List<Long> state)
      throws IOException {
    this.folder = Files.createDirectories(stretch.folder().resolve(DATA));
    this.encoding = encoding;
    this.seed = seed;
    this.columns = columns;
    spools = stretch.lists();
    file = state.isEmpty() ? stretch.begin() / PER_FILE : Math.toIntExact(state.get(0));
    rows = new AppendFile(spool(file), state.isEmpty() ? 0 : state.get(1));
  }

  /// From the beginning of the file.
  static Point back(int sample, IntUnaryOperator written) {
    int number = sample / PER_FILE;
    int first = number * PER_FILE;
    return new Point(first, written.applyAsInt(first), List.of((long) number, 0L));
  }

  static void clear(Stretch rest) throws IOException {
    Leftovers.delete(
        rest.folder().resolve(DATA),
        FILE,
        rest.begin() / PER_FILE,
        Math.ceilDiv(rest.end(), PER_FILE));
  }

  @Override
  public Part prepare(Sample sample, @Nullable String recipe) throws IOException {
    byte[] row = row(sample, encoding, columns, seed, recipe);
    return () -> {
      moveTo(Math.toIntExact(sample.index() / PER_FILE));
      rows.append(row);
    };
  }

  /// The row of a sample.
  static byte[] row(
      Sample sample,
      Encoding.File encoding,
      List<ParquetColumn> columns,
      long seed,
      @Nullable String recipe)
      throws IOException {
    String name = SampleName.of(sample.index()) + "." + encoding.extension();
    return ParquetRow.of(columns, sample, seed, encoding.encode(sample, recipe), name);
  }

  /// What a file is called in its folder.
  static String name(int file) {
    return "mixed-%06d.parquet".formatted(file);
  }

  private Path spool(int number) {
    return spools.resolve(".mixoscope-rows-%06d".formatted(number));
  }

  /// The spool of the file before stays: until the journal knows of this one, it is the state.
  private void moveTo(int next) throws IOException {
    if (next != file) {
      write();
      rows.close();
      Files.deleteIfExists(spool(previous));
      previous = file;
      rows = new AppendFile(spool(next), 0);
      file = next;
    }
  }

  private void write() throws IOException {
    if (rows.length() > 0) {
      ParquetFile.write(columns, spool(file), folder.resolve(name(file)), features(columns));
    }
  }

  @Override
  public Path folder(int index) {
    return folder;
  }

  @Override
  public List<Long> state() {
    return List.of((long) file, rows.length());
  }

  /// The last spools go with the journal.
  @Override
  public void finish() throws IOException {
    write();
  }

  @Override
  public void endPart() throws IOException {
    write();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  /// What the columns mean, for the library that has no other way to know pictures from bytes.
  static String features(List<ParquetColumn> columns) {
    ObjectNode root = new JsonMapper().createObjectNode();
    ObjectNode features = root.putObject("info").putObject("features");
    features.putObject("image").put("_type", "Image");
    putList(features, "label", "float32");
    putValue(features, "index", "int32");
    putValue(features, "seed", "int64");
    putValue(features, "method", "string");
    putValue(features, "lambda", "float64");
    putValue(features, "effective_lambda", "float64");
    if (columns.contains(ParquetColumn.LABEL_WEIGHTS)) {
      putList(features, "label_weights", "float64");
    }
    putList(features, "box", "int32");
    putList(features, "sources", "string");
    return root.toString();
  }

  static void putValue(ObjectNode node, String name, String type) {
    node.putObject(name).put("dtype", type).put("_type", "Value");
  }

  static void putList(ObjectNode node, String name, String type) {
    ObjectNode list = node.putObject(name);
    putValue(list, "feature", type);
    list.put("_type", "Sequence");
  }
}

package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Parquet files of a thousand mixed texts each. The rows of the next one wait in a spool; what a
/// run that was ended has left in it is made again.
final class TextTables implements TextOutput {
  static final int PER_FILE = 1000;
  private static final List<ParquetColumn> COLUMNS =
      List.of(
          ParquetColumn.TEXT,
          ParquetColumn.LABEL,
          ParquetColumn.INDEX,
          ParquetColumn.SEED,
          ParquetColumn.METHOD,
          ParquetColumn.LAMBDA,
          ParquetColumn.EFFECTIVE_LAMBDA,
          ParquetColumn.SOURCES);

  private final Stretch stretch;
  private final Path spool;
  private final long seed;
  private final AppendFile rows;
  private int next;
  private int waiting;

  TextTables(Stretch stretch, long seed) throws IOException {
    Files.createDirectories(stretch.folder().resolve(DATA));
    this.stretch = stretch;
    this.seed = seed;
    next = next(stretch);
    spool = stretch.lists().resolve(".mixoscope-rows");
    rows = new AppendFile(spool, 0);
  }

  /// The first sample of a stretch that is in no file yet.
  static int next(Stretch stretch) {
    int next = stretch.begin();
    while (next < stretch.end() && Files.exists(file(stretch, next))) {
      next = Math.min(next + PER_FILE, stretch.end());
    }
    return next;
  }

  private static Path file(Stretch stretch, int sample) {
    return stretch
        .folder()
        .resolve(DATA)
        .resolve("mixed-%06d.parquet".formatted(sample / PER_FILE));
  }

  @Override
  public int next() {
    return next - waiting;
  }

  @Override
  public void add(TextSample sample) throws IOException {
    rows.append(ParquetRow.of(COLUMNS.stream().map(column -> cell(column, sample)).toList()));
    next++;
    waiting++;
    if (next % PER_FILE == 0) {
      write();
    }
  }

  private ByteBuffer cell(ParquetColumn column, TextSample sample) {
    return switch (column) {
      case TEXT -> ParquetRow.texts(List.of(sample.text().getBytes(UTF_8)));
      case LABEL -> {
        int classes = sample.label().size();
        ByteBuffer cell = ParquetRow.cell(classes, classes * Float.BYTES);
        sample.label().forEach(value -> cell.putFloat(value.floatValue()));
        yield cell;
      }
      case INDEX -> ParquetRow.cell(1, Integer.BYTES).putInt(sample.index());
      case SEED -> ParquetRow.cell(1, Long.BYTES).putLong(seed);
      case METHOD -> ParquetRow.texts(List.of(sample.method().getBytes(UTF_8)));
      case LAMBDA -> {
        Double lambda = sample.lambda();
        yield lambda == null
            ? ParquetRow.cell(ParquetRow.NULL, 0)
            : ParquetRow.cell(1, Double.BYTES).putDouble(lambda);
      }
      case EFFECTIVE_LAMBDA -> ParquetRow.cell(1, Double.BYTES).putDouble(sample.effectiveLambda());
      case SOURCES ->
          ParquetRow.texts(sample.sources().stream().map(name -> name.getBytes(UTF_8)).toList());
      case IMAGE_BYTES, IMAGE_PATH, LABEL_WEIGHTS, BOX ->
          throw new IllegalArgumentException("a table of texts has no " + column);
    };
  }

  private void write() throws IOException {
    if (waiting > 0) {
      ParquetFile.write(COLUMNS, spool, file(stretch, next - 1), features());
      rows.clear();
      waiting = 0;
    }
  }

  /// What the columns mean, for Hugging Face.
  private static String features() {
    ObjectNode root = new JsonMapper().createObjectNode();
    ObjectNode features = root.putObject("info").putObject("features");
    ParquetOutput.putValue(features, "text", "string");
    ParquetOutput.putList(features, "label", "float32");
    ParquetOutput.putValue(features, "index", "int32");
    ParquetOutput.putValue(features, "seed", "int64");
    ParquetOutput.putValue(features, "method", "string");
    ParquetOutput.putValue(features, "lambda", "float64");
    ParquetOutput.putValue(features, "effective_lambda", "float64");
    ParquetOutput.putList(features, "sources", "string");
    return root.toString();
  }

  @Override
  public void finish() throws IOException {
    write();
  }

  @Override
  public void close() throws IOException {
    rows.close();
    Files.deleteIfExists(spool);
  }
}

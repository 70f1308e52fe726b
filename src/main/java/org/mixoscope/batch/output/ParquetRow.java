package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;

/// The values of a sample as they stand in Parquet's pages, column by column.
final class ParquetRow {
  /// Where a column has no value.
  static final int NULL = -1;

  private ParquetRow() {}

  /// The bytes of a row: for every column how many values it has, how many bytes these take, and
  /// the bytes.
  static byte[] of(
      List<ParquetColumn> columns, Sample sample, long seed, byte[] picture, String path) {
    List<ByteBuffer> cells =
        columns.stream().map(column -> cell(column, sample, seed, picture, path)).toList();
    return of(cells);
  }

  /// The bytes of a row of these cells.
  static byte[] of(List<ByteBuffer> cells) {
    int length = cells.stream().mapToInt(ByteBuffer::position).sum();
    ByteBuffer row = ByteBuffer.allocate(Integer.BYTES + length);
    row.putInt(length);
    cells.forEach(cell -> row.put(cell.flip()));
    return row.array();
  }

  private static ByteBuffer cell(
      ParquetColumn column, Sample sample, long seed, byte[] picture, String path) {
    return switch (column) {
      case TEXT -> throw new IllegalArgumentException("a table of pictures has no text");
      case IMAGE_BYTES -> texts(List.of(picture));
      case IMAGE_PATH -> texts(List.of(path.getBytes(UTF_8)));
      case LABEL ->
          switch (sample.target()) {
            case ClassWeights label -> {
              ByteBuffer cell = cell(label.classes(), label.classes() * Float.BYTES);
              label.putFloats(cell);
              yield cell;
            }
            case Quantity(double value) -> cell(1, Float.BYTES).putFloat((float) value);
            case ClassMap _, Objects _ ->
                throw new IllegalArgumentException("a table has no column for maps and objects");
          };
      case INDEX -> cell(1, Integer.BYTES).putInt(Math.toIntExact(sample.index()));
      case SEED -> cell(1, Long.BYTES).putLong(seed);
      case METHOD -> texts(List.of(sample.mix().methodId().getBytes(UTF_8)));
      case LAMBDA -> {
        Double lambda = sample.mix().lambda();
        yield lambda == null ? cell(NULL, 0) : cell(1, Double.BYTES).putDouble(lambda);
      }
      case EFFECTIVE_LAMBDA -> cell(1, Double.BYTES).putDouble(sample.effectiveLambda());
      case LABEL_WEIGHTS -> {
        List<Double> weights = sample.weights().label();
        ByteBuffer cell = cell(weights.size(), weights.size() * Double.BYTES);
        weights.forEach(cell::putDouble);
        yield cell;
      }
      case BOX -> {
        Box box = sample.box();
        yield box == null
            ? cell(NULL, 0)
            : cell(4, 4 * Integer.BYTES)
                .putInt(box.x1())
                .putInt(box.y1())
                .putInt(box.x2())
                .putInt(box.y2());
      }
      case SOURCES -> texts(sample.names().stream().map(name -> name.getBytes(UTF_8)).toList());
    };
  }

  /// A cell of texts, or of one.
  static ByteBuffer texts(List<byte[]> all) {
    int length = all.stream().mapToInt(one -> Integer.BYTES + one.length).sum();
    ByteBuffer cell = cell(all.size(), length);
    all.forEach(one -> cell.putInt(one.length).put(one));
    return cell;
  }

  /// Values are little-endian, and so is what stands before them.
  static ByteBuffer cell(int count, int length) {
    return ByteBuffer.allocate(2 * Integer.BYTES + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(count)
        .putInt(length);
  }
}

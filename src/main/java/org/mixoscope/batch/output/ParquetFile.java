package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// A Parquet file of rows that wait in a spool: one row group, plain values, not compressed, since
/// pictures are already. Column after column is taken from the spool, so that memory holds a page.
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
  private static final int PAGE = 1 << 20;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private final OutputStream out;
  private final List<Chunk> chunks = new ArrayList<>();
  private long written;

  /// The values of one column.
  private record Chunk(ParquetColumn column, long offset, long values, long bytes) {}

  private ParquetFile(OutputStream out) {
    this.out = out;
  }

  /// Writes a whole file, or none.
  ///
  /// @param columns that rows have
  /// @param spool rows as [ParquetRow] makes them
  /// @param features for Hugging Face
  static void write(List<ParquetColumn> columns, Path spool, Path file, String features)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      write(columns, spool, out, features);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The same to wherever it goes.
  ///
  /// @param out not closed
  static void write(List<ParquetColumn> columns, Path spool, OutputStream out, String features)
      throws IOException {
    ParquetFile parquet = new ParquetFile(out);
    parquet.add(MAGIC);
    int rows = 0;
    int before = 0;
    for (ParquetColumn column : columns) {
      rows = parquet.addColumn(column, before++, spool);
    }
    byte[] footer = parquet.footer(rows, features);
    parquet.add(footer);
    parquet.add(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    parquet.add(MAGIC);
  }

  private void add(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  /// @param before how many columns stand before it in a row
  private int addColumn(ParquetColumn column, int before, Path spool) throws IOException {
    long offset = written;
    long values = 0;
    int rows = 0;
    Page page = new Page(column);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(spool), PAGE))) {
      while (in.available() > 0) {
        int length = in.readInt();
        int left = length;
        for (int other = 0; other < before; other++) {
          in.readInt();
          int bytes = Integer.reverseBytes(in.readInt());
          in.skipNBytes(bytes);
          left -= 2 * Integer.BYTES + bytes;
        }
        int count = Integer.reverseBytes(in.readInt());
        byte[] cell = in.readNBytes(Integer.reverseBytes(in.readInt()));
        in.skipNBytes(left - 2 * Integer.BYTES - cell.length);
        page.add(count, cell);
        rows++;
        if (page.values.size() >= PAGE) {
          values += page.count;
          addPage(page);
          page = new Page(column);
        }
      }
    }
    if (page.count > 0) {
      values += page.count;
      addPage(page);
    }
    chunks.add(new Chunk(column, offset, values, written - offset));
    return rows;
  }

  private void addPage(Page page) throws IOException {
    byte[] body = page.bytes();
    int count = page.count;
    add(
        ThriftCompact.struct(
            header -> {
              header.i32(1, 0); // a data page
              header.i32(2, body.length);
              header.i32(3, body.length);
              header.struct(
                  5,
                  data -> {
                    data.i32(1, count);
                    data.i32(2, PLAIN);
                    data.i32(3, RLE);
                    data.i32(4, RLE);
                  });
            }));
    add(body);
  }

  private byte[] footer(int rows, String features) {
    long bytes = chunks.stream().mapToLong(Chunk::bytes).sum();
    return ThriftCompact.struct(
        file -> {
          file.i32(1, 1);
          List<ParquetColumn> columns = chunks.stream().map(Chunk::column).toList();
          file.structs(2, ParquetColumn.schema(columns), (thrift, node) -> node.write(thrift));
          file.i64(3, rows);
          file.structs(
              4,
              List.of(rows),
              (group, _) -> {
                group.structs(1, chunks, ParquetFile::write);
                group.i64(2, bytes);
                group.i64(3, rows);
              });
          file.structs(
              5,
              List.of(features),
              (pair, value) -> {
                pair.text(1, "huggingface");
                pair.text(2, value);
              });
          file.text(6, "mixoscope");
        });
  }

  private static void write(ThriftCompact thrift, Chunk chunk) {
    thrift.i64(2, chunk.offset);
    thrift.struct(
        3,
        column -> {
          column.i32(1, chunk.column.physical().code());
          column.numbers(2, List.of(PLAIN, RLE));
          column.texts(3, chunk.column.path());
          column.i32(4, 0); // not compressed
          column.i64(5, chunk.values);
          column.i64(6, chunk.bytes);
          column.i64(7, chunk.bytes);
          column.i64(9, chunk.offset);
        });
  }

  /// Some values of a column, with the levels that say to which row each belongs and what is
  /// missing.
  private static final class Page {
    private final ParquetColumn column;
    private final Levels repetition = new Levels();
    private final Levels definition = new Levels();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private int count;

    Page(ParquetColumn column) {
      this.column = column;
    }

    void add(int number, byte[] cell) {
      int levels = Math.max(1, number);
      repetition.add(0, 1);
      repetition.add(1, levels - 1);
      definition.add(number == ParquetRow.NULL ? 0 : column.definition(), levels);
      values.writeBytes(cell);
      count += levels;
    }

    byte[] bytes() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      if (column.isList()) {
        all.writeBytes(repetition.bytes());
      }
      if (column.definition() > 0) {
        all.writeBytes(definition.bytes());
      }
      all.writeBytes(values.toByteArray());
      return all.toByteArray();
    }
  }

  /// Levels as runs of equal ones.
  private static final class Levels {
    private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
    private int level;
    private int length;

    void add(int next, int times) {
      if (next != level) {
        end();
        level = next;
      }
      length += times;
    }

    private void end() {
      long header = (long) length << 1;
      while (length > 0 && (header & ~0x7FL) != 0) {
        runs.write((int) (header & 0x7F) | 0x80);
        header >>>= 7;
      }
      if (length > 0) {
        runs.write((int) header);
        runs.write(level);
      }
      length = 0;
    }

    byte[] bytes() {
      end();
      return ByteBuffer.allocate(Integer.BYTES + runs.size())
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(runs.size())
          .put(runs.toByteArray())
          .array();
    }
  }
}

package org.mixoscope.dataset.packed;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.SchemaNode;
import dev.hardwood.schema.SchemaNode.GroupNode;
import dev.hardwood.schema.SchemaNode.PrimitiveNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;

/// A Parquet file with a column of encoded pictures: bytes, or Hugging Face's group of `bytes` and
/// `path`. Rows lie together in blocks, of which a whole one is decoded at a time.
public final class ParquetPictures {
  private static final String BYTES = "bytes";

  /// What the column of the pictures may be called, the likeliest first.
  private static final List<String> NAMES = List.of("image", "img", "picture", "photo");

  /// Roughly how many bytes a block has.
  private static final long BLOCK = 64L << 20;

  private final Path file;
  private final SchemaNode column;
  private final List<SchemaNode> others;
  private final String features;
  private final int rows;
  private final int[] starts;

  private ParquetPictures(Path file, ParquetFileReader reader) throws PictureException {
    this.file = file;
    List<SchemaNode> all = reader.getFileSchema().getRootNode().children();
    column = column(all).orElseThrow(() -> PackedReason.NO_PICTURE_COLUMN.failure(file));
    others = all.stream().filter(one -> !one.name().equals(column.name())).toList();
    Map<String, String> metadata = reader.getFileMetaData().keyValueMetadata();
    features = metadata == null ? "" : metadata.getOrDefault("huggingface", "");
    rows = Math.toIntExact(reader.getFileMetaData().numRows());
    starts = starts(reader.getFileMetaData().rowGroups());
  }

  /// Whether a file has a name as such files have.
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /// Looks at what a file has.
  ///
  /// @throws PictureException if it is none that can be read, or has no pictures
  public static ParquetPictures open(Path file) throws IOException {
    return read(file, reader -> new ParquetPictures(file, reader));
  }

  /// What is done with an open file.
  @FunctionalInterface
  private interface Reading<T> {
    T of(ParquetFileReader reader) throws IOException;
  }

  /// Apart, since most folders are only asked whether they have such files.
  private static final class Library {
    /// The library tells every user which instructions of the processor it does without. Held, or
    /// it would be forgotten.
    private static final Logger QUIET = Logger.getLogger("dev.hardwood");

    static {
      QUIET.setLevel(Level.WARNING);
    }

    static ParquetFileReader open(Path file) throws IOException {
      return ParquetFileReader.open(
          Bytes.areOnDisk(file) ? InputFile.of(file) : new ReadInput(file));
    }
  }

  private static <T> T read(Path file, Reading<T> reading) throws IOException {
    try (ParquetFileReader reader = Library.open(file)) {
      return reading.of(reader);
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw Files.isReadable(file) ? damaged(file, e) : e;
    } catch (RuntimeException e) {
      // The library says in many ways that a file is not what it should be.
      throw damaged(file, e);
    }
  }

  private static PictureException damaged(Path file, Exception e) {
    String said = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return PackedReason.NO_PARQUET.because(e, file, said.lines().findFirst().orElse(""));
  }

  private static Optional<SchemaNode> column(List<SchemaNode> all) {
    List<SchemaNode> found =
        Stream.concat(
                all.stream().filter(ParquetPictures::hasBytes),
                all.stream().filter(ParquetPictures::isBytes))
            .toList();
    return NAMES.stream()
        .flatMap(name -> found.stream().filter(one -> one.name().equalsIgnoreCase(name)))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static boolean hasBytes(SchemaNode node) {
    return node instanceof GroupNode group
        && group.isStruct()
        && group.children().stream().anyMatch(one -> one.name().equals(BYTES) && isBytes(one));
  }

  private static boolean isBytes(SchemaNode node) {
    return node instanceof PrimitiveNode value
        && value.type() == PhysicalType.BYTE_ARRAY
        && !(value.logicalType() instanceof LogicalType.StringType);
  }

  private static int[] starts(List<RowGroup> groups) {
    List<Integer> starts = new ArrayList<>();
    int start = 0;
    for (RowGroup group : groups) {
      int count = Math.toIntExact(group.numRows());
      int parts = Math.clamp(group.totalByteSize() / BLOCK, 1, Math.max(1, count));
      for (int part = 0; part < parts && count > 0; part++) {
        starts.add(start + (int) ((long) count * part / parts));
      }
      start += count;
    }
    return starts.stream().mapToInt(one -> one).toArray();
  }

  /// The file.
  public Path file() {
    return file;
  }

  /// How many rows it has.
  public int rows() {
    return rows;
  }

  /// What Hugging Face's library says of the columns, as JSON; empty for nothing.
  public String features() {
    return features;
  }

  /// The name of the column of the pictures.
  public String column() {
    return column.name();
  }

  /// The names of the other columns that have one value or a list of them a row.
  public List<String> others() {
    return others.stream()
        .filter(one -> one instanceof PrimitiveNode || (one instanceof GroupNode g && g.isList()))
        .map(SchemaNode::name)
        .toList();
  }

  /// Gets the values of a column.
  @FunctionalInterface
  public interface Values {
    /// @param value a number, a text, a boolean, or a list of these; null for nothing
    void add(int row, @Nullable Object value) throws IOException;
  }

  /// Reads a column.
  public void values(String name, Values values) throws IOException {
    read(
        file,
        reader -> {
          try (RowReader all =
              reader.buildRowReader().projection(ColumnProjection.columns(name)).build()) {
            for (int row = 0; all.hasNext(); row++) {
              all.next();
              values.add(row, all.isNull(name) ? null : plain(all.getValue(name)));
            }
          }
          return rows;
        });
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case PqList list -> list.values().stream().map(ParquetPictures::plain).toList();
      case byte[] text -> new String(text, StandardCharsets.UTF_8);
      case null -> null;
      default -> value;
    };
  }

  /// The number of the block that a row lies in.
  int block(int row) {
    int at = Arrays.binarySearch(starts, row);
    return at >= 0 ? at : -at - 2;
  }

  /// The first row of a block.
  int start(int block) {
    return starts[block];
  }

  /// Decodes a block.
  ///
  /// @return the bytes of each picture; null where a row has none
  List<byte @Nullable []> read(int block) throws IOException {
    int from = starts[block];
    int to = block + 1 < starts.length ? starts[block + 1] : rows;
    boolean grouped = column instanceof GroupNode;
    String name = column.name();
    String leaf = grouped ? name + "." + BYTES : name;
    List<byte @Nullable []> pictures = new ArrayList<>(to - from);
    read(
        file,
        reader -> {
          try (RowReader some =
              reader
                  .buildRowReader()
                  .projection(ColumnProjection.columns(leaf))
                  .skip(from)
                  .head(to - from)
                  .build()) {
            while (some.hasNext()) {
              some.next();
              pictures.add(some.isNull(name) ? null : picture(some, name, grouped));
            }
          }
          return rows;
        });
    return pictures;
  }

  private static byte @Nullable [] picture(RowReader row, String name, boolean grouped) {
    if (!grouped) {
      return row.getBinary(name);
    }
    PqStruct group = row.getStruct(name);
    return group.isNull(BYTES) ? null : group.getBinary(BYTES);
  }

  /// One picture, by itself.
  ///
  /// @throws PictureException if there is none of that number
  byte[] picture(int row) throws IOException {
    String location = PackedPicture.location(file, Integer.toString(row));
    if (row < 0 || row >= rows) {
      throw PackedReason.NO_RECORD.failure(location, rows - 1);
    }
    int block = block(row);
    byte[] picture = read(block).get(row - starts[block]);
    if (picture == null) {
      throw PackedReason.NO_PICTURE_IN_ROW.failure(location);
    }
    return picture;
  }
}

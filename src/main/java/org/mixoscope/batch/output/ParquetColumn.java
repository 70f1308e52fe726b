package org.mixoscope.batch.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The columns of a Parquet file of samples, in their order. A list is a group `list` of
/// `element`s, as the format wants it.
enum ParquetColumn {
  TEXT(Physical.BYTE_ARRAY, true, "text", 0, 0),
  IMAGE_BYTES(Physical.BYTE_ARRAY, false, "image.bytes", 0, 0),
  IMAGE_PATH(Physical.BYTE_ARRAY, true, "image.path", 0, 0),
  LABEL(Physical.FLOAT, false, "label.list.element", 1, 1),
  INDEX(Physical.INT32, false, "index", 0, 0),
  SEED(Physical.INT64, false, "seed", 0, 0),
  METHOD(Physical.BYTE_ARRAY, true, "method", 0, 0),
  LAMBDA(Physical.DOUBLE, false, "lambda", 0, 1),
  EFFECTIVE_LAMBDA(Physical.DOUBLE, false, "effective_lambda", 0, 0),
  LABEL_WEIGHTS(Physical.DOUBLE, false, "label_weights.list.element", 1, 1),
  BOX(Physical.INT32, false, "box.list.element", 1, 2),
  SOURCES(Physical.BYTE_ARRAY, true, "sources.list.element", 1, 1);

  /// Types of values; the numbers are the format's.
  enum Physical {
    INT32(1),
    INT64(2),
    FLOAT(4),
    DOUBLE(5),
    BYTE_ARRAY(6);

    private final int code;

    Physical(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int REPEATED = 2;
  private static final int UTF8 = 0;
  private static final int LIST = 3;

  private final Physical physical;
  private final boolean text;
  private final String path;
  private final int repetition;
  private final int definition;

  /// @param path names from the outside in, with dots between
  /// @param repetition the highest level: 1 for a list
  /// @param definition the highest level: how many of the path may be missing or repeated
  ParquetColumn(Physical physical, boolean text, String path, int repetition, int definition) {
    this.physical = physical;
    this.text = text;
    this.path = path;
    this.repetition = repetition;
    this.definition = definition;
  }

  Physical physical() {
    return physical;
  }

  List<String> path() {
    return List.of(path.split("\\."));
  }

  boolean isList() {
    return repetition > 0;
  }

  int definition() {
    return definition;
  }

  /// A node of the schema: one of its columns or a group.
  ///
  /// @param children 0 for a column
  /// @param converted what it means, −1 for nothing more
  record Node(String name, int repetition, int children, int converted, int type) {
    void write(ThriftCompact thrift) {
      if (children == 0) {
        thrift.i32(1, type);
      }
      thrift.i32(3, repetition);
      thrift.text(4, name);
      if (children > 0) {
        thrift.i32(5, children);
      }
      if (converted >= 0) {
        thrift.i32(6, converted);
      }
    }
  }

  /// Those of a file of pictures.
  static List<ParquetColumn> all(boolean labelWeights) {
    return Arrays.stream(values())
        .filter(one -> one != TEXT && (labelWeights || one != LABEL_WEIGHTS))
        .toList();
  }

  /// The schema of a file, root and all, from the outside in.
  static List<Node> schema(List<ParquetColumn> columns) {
    List<Node> nodes = new ArrayList<>();
    int inGroup = columns.contains(IMAGE_PATH) ? 1 : 0; // both parts of an image are one child
    nodes.add(new Node("schema", REQUIRED, columns.size() - inGroup, -1, 0));
    columns.forEach(column -> nodes.addAll(column.nodes()));
    return nodes;
  }

  private List<Node> nodes() {
    int converted = text ? UTF8 : -1;
    String name = path().getFirst();
    return switch (this) {
      case IMAGE_BYTES ->
          List.of(
              new Node(name, REQUIRED, 2, -1, 0),
              new Node("bytes", REQUIRED, 0, converted, physical.code()));
      case IMAGE_PATH -> List.of(new Node("path", REQUIRED, 0, converted, physical.code()));
      case LABEL, LABEL_WEIGHTS, BOX, SOURCES ->
          List.of(
              new Node(name, this == BOX ? OPTIONAL : REQUIRED, 1, LIST, 0),
              new Node("list", REPEATED, 1, -1, 0),
              new Node("element", REQUIRED, 0, converted, physical.code()));
      default ->
          List.of(
              new Node(name, definition == 0 ? REQUIRED : OPTIONAL, 0, converted, physical.code()));
    };
  }
}

package org.mixoscope.lab.torch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Examples.Split;
import org.mixoscope.lab.Shape;

/// The samples of an experiment as a NumPy archive. A sample that several seeds have is in it once.
///
/// | array | of seeds S, samples n and classes K |
/// | --- | --- |
/// | `x` | float32, all samples: C×H×W each within [0, 1], or a row |
/// | `train`, `test` | int32 S×n, places in `x` |
/// | `train_labels`, `test_labels` | float32 S×n×K, redrawn ones as they were trained on |
public final class TorchData {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// What NumPy's format 1.0 begins with; the length of the header follows.
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private static final int ALIGNED = 64;

  private final List<Split> splits;
  private final ZipOutputStream zip;

  private TorchData(List<Split> splits, ZipOutputStream zip) {
    this.splits = splits;
    this.zip = zip;
  }

  /// Writes it.
  ///
  /// @param splits of each seed, all with as many samples
  /// @param to left open
  public static void write(List<Split> splits, OutputStream to) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to);
    TorchData data = new TorchData(splits, zip);
    Map<float[], Integer> places = data.samples();
    data.part("train", Split::train, places);
    data.part("test", Split::test, places);
    zip.finish();
  }

  /// @return where each row is
  private Map<float[], Integer> samples() throws IOException {
    Map<float[], Integer> places = new IdentityHashMap<>();
    List<float[]> rows = new ArrayList<>();
    for (Split split : splits) {
      for (Examples part : List.of(split.train(), split.test())) {
        for (float[] row : part.inputs()) {
          if (places.putIfAbsent(row, rows.size()) == null) {
            rows.add(row);
          }
        }
      }
    }
    Shape shape = splits.getFirst().train().shape();
    String sample = shape.plane() > 1 ? shape.toString().replace("×", ", ") : shape.toString();
    array("x", "<f4", rows.size() + ", " + sample, rows.stream().map(TorchData::bytes));
    return places;
  }

  private void part(String name, Function<Split, Examples> part, Map<float[], Integer> places)
      throws IOException {
    List<Examples> all = splits.stream().map(part).toList();
    String sides = "%d, %d".formatted(all.size(), all.getFirst().size());
    array(
        name,
        "<i4",
        sides,
        all.stream()
            .map(one -> Stream.of(one.inputs()).mapToInt(places::get).toArray())
            .map(TorchData::bytes));
    array(
        name + "_labels",
        "<f4",
        sides + ", " + all.getFirst().classes(),
        all.stream()
            .flatMap(one -> IntStream.range(0, one.size()).mapToObj(one::label))
            .map(TorchData::bytes));
  }

  private void array(String name, String type, String shape, Stream<byte[]> rows)
      throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    String said = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
    int before = MAGIC.length + Short.BYTES;
    int length = Math.ceilDiv(before + said.length() + 1, ALIGNED) * ALIGNED - before;
    String header = said + " ".repeat(length - said.length() - 1) + "\n";
    zip.write(MAGIC);
    zip.write(littleEndian(Short.BYTES).putShort((short) length).array());
    zip.write(header.getBytes(StandardCharsets.US_ASCII));
    for (Iterator<byte[]> all = rows.iterator(); all.hasNext(); ) {
      zip.write(all.next());
    }
    zip.closeEntry();
  }

  private static byte[] bytes(float[] row) {
    ByteBuffer bytes = littleEndian(row.length * Float.BYTES);
    bytes.asFloatBuffer().put(row);
    return bytes.array();
  }

  private static byte[] bytes(int[] row) {
    ByteBuffer bytes = littleEndian(row.length * Integer.BYTES);
    bytes.asIntBuffer().put(row);
    return bytes.array();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}

package org.mixoscope.lab.torch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mixoscope.dataset.packed.NpyHeader;
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
    IdentityHashMap<float[], Integer> places = data.samples();
    data.part("train", Split::train, places);
    data.part("test", Split::test, places);
    zip.finish();
  }

  /// @return where each row is
  private IdentityHashMap<float[], Integer> samples() throws IOException {
    IdentityHashMap<float[], Integer> places = new IdentityHashMap<>();
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

  private void part(
      String name, Function<Split, Examples> part, IdentityHashMap<float[], Integer> places)
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
    zip.write(NpyHeader.of(type, shape));
    for (Iterator<byte[]> all = rows.iterator(); all.hasNext(); ) {
      zip.write(all.next());
    }
    zip.closeEntry();
  }

  private static byte[] bytes(float[] row) {
    byte[] bytes = new byte[row.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(row);
    return bytes;
  }

  private static byte[] bytes(int[] row) {
    byte[] bytes = new byte[row.length * Integer.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(row);
    return bytes;
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.batch.Pairing;

/// More pictures than are shuffled in an array: jobs that were begun when they were keep that
/// order.
@BesideWindows
class OldOrderTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PICTURES = 66_001;
  private static final int SEED = 42;

  @TempDir static Path shared;
  private static Path source = Path.of("");

  @TempDir Path folder;

  @BeforeAll
  static void writePictures() throws IOException {
    source = shared.resolve("train-images-idx3-ubyte");
    ByteBuffer images = ByteBuffer.allocate(16 + PICTURES);
    images.putInt(0x803).putInt(PICTURES).putInt(1).putInt(1);
    ByteBuffer labels = ByteBuffer.allocate(8 + PICTURES);
    labels.putInt(0x801).putInt(PICTURES);
    for (int i = 0; i < PICTURES; i++) {
      images.put((byte) i);
      labels.put((byte) (i % 10));
    }
    Files.write(source, images.array());
    Files.write(shared.resolve("train-labels-idx1-ubyte"), labels.array());
  }

  /// The own pictures of the first samples.
  private List<String> first(String name, String... job) throws IOException {
    Path out = folder.resolve(name);
    List<String> line = new ArrayList<>(List.of("batch"));
    line.addAll(List.of(job));
    line.addAll(List.of(out.toString(), "--shard", "0/300"));
    Run.of(line.toArray(String[]::new)).good();
    List<String> names = new ArrayList<>();
    for (String text : Files.readAllLines(out.resolve("parts/0-of-300/metadata.jsonl"))) {
      names.add(MAPPER.readTree(text).at("/sources/0").asText());
    }
    return names;
  }

  @Test
  void jobsOfOlderDocumentsKeepTheirOrder() throws IOException {
    List<String> now = first("now", Run.line("--method mixup", source));
    String document = Files.readString(folder.resolve("now/parts/0-of-300/run.json"));
    assertTrue(document.contains("\"mixoscope-job\" : 2"), document);

    int[] shuffled = Pairing.permutation(PICTURES, RandomStreams.of(SEED, -3, 0));
    List<String> expected;
    try (DataSet data = DataSet.open(source)) {
      expected = IntStream.range(0, now.size()).mapToObj(i -> data.name(shuffled[i])).toList();
    }
    for (int version = 0; version < 2; version++) {
      String older = document.replace("\"mixoscope-job\" : 2", "\"mixoscope-job\" : " + version);
      assertEquals(expected, first("v" + version, "--job", older));
    }
    assertNotEquals(expected, now);
    assertEquals(now, first("again", "--job", document));
    assertEquals(now.size(), new HashSet<>(now).size());
  }
}

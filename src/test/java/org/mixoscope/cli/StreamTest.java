package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// The stream is a process of its own, since it writes to standard output.
@BesideWindows
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StreamTest {
  private static final int PICTURES = 9;
  private static final String MIXED = "--size 8x6 --mixup-alpha 0.8 --cutmix-alpha 1 ";

  @TempDir Path folder;
  private Path source = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("photos");
    for (int i = 0; i < PICTURES; i++) {
      Path file = source.resolve("class" + i % 3 + "/photo" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(12, 10, i).write(file);
    }
  }

  private List<String> command(String options) {
    List<String> command = program();
    command.add(source.toString());
    command.addAll(List.of((MIXED + options).split(" ")));
    return command;
  }

  private static List<String> program() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ProcessTest.QUIET);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "stream"));
    return command;
  }

  private byte[] stream(String options) throws Exception {
    return streamed(command("--quiet " + options));
  }

  private byte[] streamed(List<String> command) throws Exception {
    Path said = folder.resolve("said.txt");
    Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
    byte[] bytes = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor(), () -> read(said));
    assertEquals("", read(said));
    return bytes;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> members(byte[] tar) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String before = members.put(entry.getName(), HexFormat.of().formatHex(in.readAllBytes()));
        assertEquals(null, before, entry.getName());
      }
    }
    return members;
  }

  /// Two epochs are the two copies that batch writes, in every way to store them.
  @ParameterizedTest
  @ValueSource(strings = {"npy", "jpg:90", "png"})
  void anEpochIsACopyOfBatchForAnyNumberOfThreads(String image) throws Exception {
    Path batch = folder.resolve("batch");
    Run.of(
            Run.line(
                MIXED + "--copies 3 --format webdataset --image " + image, "batch", source, batch))
        .good();
    byte[] tar = Files.readAllBytes(batch.resolve("mixed-000000.tar"));

    assertArrayEquals(tar, stream("--epochs 3 --image " + image));
    assertArrayEquals(tar, stream("--epochs 3 --threads 3 --image " + image));

    Map<String, String> later = members(stream("--first-epoch 1 --epochs 2 --image " + image));
    Map<String, String> all = members(tar);
    assertEquals(2 * 2 * PICTURES, later.size());
    assertTrue(all.entrySet().containsAll(later.entrySet()));
    assertEquals(
        List.copyOf(all.keySet()).subList(2 * PICTURES, 3 * 2 * PICTURES),
        List.copyOf(later.keySet()));
  }

  /// What another program has kept, in part, is taken from there and changes no byte.
  @Test
  void aCacheChangesNoByte() throws Exception {
    byte[] tar = stream("--epochs 3");
    Path cache = folder.resolve("cache");
    String kept = " --cache " + cache;

    assertArrayEquals(stream("--epochs 1 --shard 0/3"), stream("--epochs 1 --shard 0/3" + kept));
    assertArrayEquals(tar, stream("--epochs 3" + kept));
    assertArrayEquals(tar, stream("--epochs 3 --threads 3" + kept));
    try (Stream<Path> files = Files.walk(cache)) {
      assertEquals(PICTURES, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void aJobIsStreamedEpochForCopy() throws Exception {
    Path batch = folder.resolve("batch");
    Run.of(
            Run.line(
                MIXED + "--copies 2 --keep-originals --format webdataset --image png",
                "batch",
                source,
                batch))
        .good();
    Map<String, String> copies = members(Files.readAllBytes(batch.resolve("mixed-000000.tar")));
    copies.keySet().removeAll(List.copyOf(copies.keySet()).subList(36, 54));
    List<String> command = program();
    command.addAll(List.of("--job", batch.resolve("run.json").toString()));
    command.addAll(List.of("--epochs", "2", "--quiet"));

    assertEquals(copies, members(streamed(command)));

    command.add("--strict");
    Process refused = new ProcessBuilder(command).start();
    String why = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(why.contains("--strict: not with --job, which holds it already"), why);
    assertEquals(2, refused.waitFor());
  }

  @Test
  void shardsArePartsOfEveryEpoch() throws Exception {
    Map<String, String> all = members(stream("--epochs 2"));
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      Map<String, String> part = members(stream("--epochs 2 --shard " + i + "/2"));
      part.forEach((name, bytes) -> assertEquals(null, parts.put(name, bytes), name));
    }
    assertEquals(all, parts);
  }

  /// Beyond what 32 bits count, keys still differ and draws are still others.
  @Test
  void lateEpochsHaveKeysAndDrawsOfTheirOwn() throws Exception {
    Map<String, String> late = members(stream("--first-epoch 100000000 --epochs 2"));
    List<String> names = List.copyOf(late.keySet());
    assertEquals("00000000".length() + 1 + ".npy".length(), names.getFirst().length());
    assertTrue(names.contains(100_000_000L * PICTURES + ".npy"), names.toString());
    assertEquals(2 * PICTURES, late.keySet().stream().filter(n -> n.endsWith(".npy")).count());
  }

  @Test
  void pythonReadsItAsItComesAndMayGoAway() throws Exception {
    assumeTrue(hasPython(), "no python3 here");
    String program =
        """
        import json, sys, tarfile
        tar = tarfile.open(fileobj=sys.stdin.buffer, mode="r|*")
        keys = []
        for member in tar:
            data = tar.extractfile(member).read()
            key, ending = member.name.split(".")
            if ending == "npy":
                assert data[:6] == b"\\x93NUMPY" and len(data) == 128 + 8 * 6 * 3
            else:
                row = json.loads(data)
                assert row["index"] == int(key) and abs(sum(row["label"]) - 1) < 1e-9
                keys.append(int(key))
            if len(keys) == 100:
                break
        assert keys == list(range(100)), keys
        print("read")
        """;
    Path said = folder.resolve("said.txt");
    Process stream =
        new ProcessBuilder(command("--quiet --threads 2")).redirectError(said.toFile()).start();
    Process python = new ProcessBuilder("python3", "-c", program).redirectErrorStream(true).start();
    try (InputStream from = stream.getInputStream();
        var to = python.getOutputStream()) {
      from.transferTo(to);
    } catch (IOException e) {
      assertFalse(e.getMessage().isEmpty()); // Python went away; so do we
    }
    String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals("read", printed.strip());
    assertEquals(0, python.waitFor());
    assertEquals(141, stream.waitFor());
    assertEquals("", read(said));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void whatCannotBeReadIsSaidOnceAndLeftOut() throws Exception {
    Files.writeString(source.resolve("class1/broken.jpg"), "no picture");
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command("--epochs 2 --image jpg")).redirectError(said.toFile()).start();
    byte[] bytes = process.getInputStream().readAllBytes();

    assertEquals(0, process.waitFor());
    assertEquals(2 * 2 * PICTURES, members(bytes).size());
    List<String> lines = read(said).lines().toList();
    assertTrue(lines.getFirst().startsWith("image-folder, 10 pictures"), read(said));
    List<String> left = lines.stream().filter(line -> line.contains("left out: ")).toList();
    assertEquals(1, left.size(), read(said));
    assertTrue(left.getFirst().contains("broken.jpg"), read(said));
  }

  @Test
  void whatCannotBeStreamedIsOneLine() {
    Run few = Run.of(Run.line(MIXED + "--shard 3/20", "stream", source));
    assertEquals(1, few.code());
    assertEquals(
        "mixoscope stream: part 3 of 20 is empty: there are 9 pictures: use fewer parts",
        few.err().strip());
    Run array = Run.of(Run.line(MIXED + "--image uint8", "stream", source));
    assertEquals(2, array.code());
    assertTrue(array.err().contains("--image"), array.err());
    assertEquals(2, Run.of("stream").code());
  }
}

package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.BatchJob.Beginning;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.FileJob;
import org.mixoscope.batch.FileMaker;
import org.mixoscope.batch.FileReport;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.Storage;
import org.mixoscope.batch.sample.Stock;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Manifest;

/// A job of which every file is made by itself is the job; any engine does for it.
@BesideWindows
class ClusterTest {
  @TempDir static Path photos;

  @TempDir Path folder;

  /// An engine in this process: the last file first, each by a maker that knows no more than what
  /// was sent.
  ///
  /// @param most files before it breaks down
  private record Backwards(int most) implements Cluster {
    @Override
    public Path path(String written) {
      return Path.of(written);
    }

    @Override
    public Progress run(BatchJob job, Path out, Beginning beginning, BatchListener listener)
        throws IOException {
      FileJob files = new FileJob(job, out, Storage.RENAMING, beginning);
      List<Integer> missing = files.missing().reversed();
      for (int number : missing.subList(0, Math.min(most, missing.size()))) {
        FileMaker maker =
            new FileMaker(
                sent(job.stock()), job.settings(), job.maker().mask(), job.maker().settled());
        FileReport report = maker.make(number, out, Storage.RENAMING, 2);
        files.add(FileReport.parse(report.text()));
      }
      return files.end();
    }

    private static Stock sent(Stock stock) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      Background background = stock.background();
      Manifest.write(stock.data(), out);
      if (background != null) {
        Manifest.write(background, out);
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      DataSet data = Manifest.read(in, Path::of);
      return new Stock(data, background == null ? null : Manifest.readBackground(in, Path::of));
    }
  }

  @BeforeAll
  static void writePictures() throws IOException {
    StringBuilder soft = new StringBuilder("path,cat,dog\n");
    StringBuilder numbers = new StringBuilder("path,label\n");
    for (int i = 0; i < 12; i++) {
      Path file = photos.resolve("in/class" + i % 3 + "/photo" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(12, 10, i).write(file);
      String name = photos.relativize(file).toString().replace('\\', '/');
      soft.append(name).append(i % 2 == 0 ? ",0.25,0.75\n" : ",1,0\n");
      numbers.append("%s,%d.5%n".formatted(name, i));
    }
    Files.writeString(photos.resolve("in/class1/broken.jpg"), "no picture");
    Files.writeString(photos.resolve("soft.csv"), soft);
    Files.writeString(photos.resolve("numbers.csv"), numbers);
    Photo.noise(9, 9, 77).write(Files.createDirectory(photos.resolve("behind")).resolve("a.png"));
    Files.writeString(photos.resolve("behind/b.png"), "no picture");
    Path in = photos.resolve("in");
    for (String part : List.of("0/2", "1/2")) {
      Path shards = photos.resolve("shards");
      String options = "--size 9x9 --copies 180 --image png --format webdataset --shard " + part;
      Run.of(Run.line(options, "batch", in, shards)).good();
    }
  }

  private static Run together(int most, String... line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Cluster.main(new Backwards(most), new PrintWriter(out), new PrintWriter(err), line);
    return new Run(code, out.toString(), err.toString());
  }

  private static SortedMap<String, byte[]> files(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void assertSame(Path expected, Path found) throws IOException {
    SortedMap<String, byte[]> there = files(found);
    assertEquals(files(expected).keySet(), there.keySet());
    files(expected).forEach((name, bytes) -> assertArrayEquals(bytes, there.get(name), name));
  }

  @ParameterizedTest
  @CsvSource({
    "in, --copies 180 --format webdataset --embed-recipes",
    "soft.csv, --copies 180 --format parquet --pairing random",
    "numbers.csv, --target number --copies 180 --format npy --pairing near-label --bandwidth 2",
    "in, --copies 90 --format npy --image float32 --method mask --mask sample:mask",
    "in, --copies 90 --format webdataset --background BEHIND",
    "shards, --format parquet --embed-recipes"
  })
  void brokenDownAndResumedItIsTheJob(String source, String options) throws IOException {
    Path alone = folder.resolve("alone");
    Path out = folder.resolve("out");
    Path from = photos.resolve(source);
    String all =
        "--size 8x8 " + options.replace("BEHIND", photos.resolve("behind").toString()) + " ";
    Run.of(Run.line(all, "batch", from, alone)).good();

    assertEquals(1, together(1, Run.line(all, from, out)).code());
    assertTrue(Files.isDirectory(out.resolve(".mixoscope-files")));
    Run rest = together(9, Run.line(all + "--resume", from, out)).good();

    assertTrue(rest.out().contains("the last "), rest::out);
    assertSame(alone, out);
  }

  /// What it left is no obstacle.
  @Test
  void oneMachineGoesOnWithWhatAClusterBegan() throws IOException {
    Path alone = folder.resolve("alone");
    Path out = folder.resolve("out");
    Path from = photos.resolve("in");
    String all = "--size 8x8 --copies 180 --format parquet ";
    Run.of(Run.line(all, "batch", from, alone)).good();
    assertEquals(1, together(1, Run.line(all, from, out)).code());

    Run.of(Run.line(all + "--resume", "batch", from, out)).good();

    assertSame(alone, out);
  }

  @Test
  void aFileThatWasChangedIsMadeAgain() throws IOException {
    Path alone = folder.resolve("alone");
    Path out = folder.resolve("out");
    Path from = photos.resolve("in");
    String all = "--size 8x8 --copies 180 --format webdataset ";
    Run.of(Run.line(all, "batch", from, alone)).good();
    assertEquals(1, together(1, Run.line(all, from, out)).code());
    try (Stream<Path> tars = Files.list(out).filter(file -> file.toString().endsWith(".tar"))) {
      Files.writeString(tars.findFirst().orElseThrow(), "cut short");
    }

    together(9, Run.line(all + "--resume", from, out)).good();

    assertSame(alone, out);
  }

  @Test
  void whatIsNotForClustersIsRefused() {
    Path from = photos.resolve("in");
    Path out = folder.resolve("out");
    for (String options :
        List.of(
            "--threads 2",
            "--cache x",
            "--shard 0/2",
            "--resume --retry-errors",
            "--text-column a")) {
      Run run = together(9, Run.line("--format parquet " + options, from, out));

      assertEquals(2, run.code());
      assertTrue(run.err().contains("not on a cluster; use mixoscope batch"), run.err());
    }
    together(9, Run.line("", from, out))
        .bad(
            1,
            "mixoscope-spark: format = imagefolder: a cluster writes webdataset, parquet or npy:"
                + " choose one of these");
  }
}

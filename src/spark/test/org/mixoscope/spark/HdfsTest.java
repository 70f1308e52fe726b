package org.mixoscope.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.cli.Cluster;

/// From HDFS to HDFS, with a name node and a data node in this process.
class HdfsTest {
  private static final int PICTURES = 30;

  @TempDir Path folder;

  /// Also where a broken picture ended the job at first, and it was resumed.
  @Test
  void everyByteIsThatOfOneMachine() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.make(photos, PICTURES);
    Files.writeString(photos.resolve("classes.txt"), "sky\ncup\ncat\n");
    Path mask = photos.resolve("cat/00000.png");
    String usual = "--size 8x8 --copies 40 --method mask --mask " + mask;
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("nodes").toString());
    try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
        FileSystem hdfs = cluster.getFileSystem()) {
      hdfs.copyFromLocalFile(hadoop(photos), hadoop(Path.of("/data/photos")));
      String there = hdfs.getUri() + "/data";
      SparkConf local =
          new SparkConf(false)
              .setMaster("local[2]")
              .set("spark.ui.enabled", "false")
              .set("spark.hadoop.fs.defaultFS", hdfs.getUri().toString());
      for (String format : new String[] {"parquet", "npy"}) {
        Path alone = folder.resolve(format);
        String options = usual + " --format " + format;
        run(new OneMachine(), photos + " " + alone + " " + options);
        String line = "hdfs:///data/photos " + there + "/" + format + " " + options;
        assertEquals(1, run(new SparkCluster(local), line + " --strict", new StringWriter()));
        run(new SparkCluster(local), line + " --resume");

        Path back = folder.resolve(format + "-back");
        hdfs.copyToLocalFile(false, hadoop(Path.of("/data", format)), hadoop(back), true);
        assertSame(alone, back, there);
      }
      // What it has written is a data set: rows that every node opens, and shards that were listed.
      String before = "parquet";
      for (String format : new String[] {"webdataset", "npy"}) {
        Path alone = folder.resolve("of-" + before);
        String options = "--size 6x6 --seed 7 --format " + format;
        StringWriter said = new StringWriter();
        String line = "%s %s %s".formatted(folder.resolve(before), alone, options);
        assertEquals(0, run(new OneMachine(), line, said), said::toString);
        line = "/data/%s /data/of-%s %s".formatted(before, before, options);
        assertEquals(0, run(new SparkCluster(local), line, said), said::toString);

        Path back = folder.resolve("of-" + before + "-back");
        hdfs.copyToLocalFile(false, hadoop(Path.of("/data/of-" + before)), hadoop(back), true);
        assertSame(alone, back, there);
        before = "of-" + before;
      }
    }
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }

  private static void run(Cluster cluster, String line) {
    StringWriter said = new StringWriter();
    assertEquals(0, run(cluster, line, said), said::toString);
    assertTrue(said.toString().contains("left out"), said::toString);
  }

  private static int run(Cluster cluster, String line, StringWriter said) {
    PrintWriter out = new PrintWriter(said);
    return Cluster.main(cluster, out, out, line.split(" "));
  }

  /// But for where the pictures lie.
  private void assertSame(Path expected, Path found, String there) {
    SortedMap<String, byte[]> one = Photos.below(expected);
    SortedMap<String, byte[]> other = new TreeMap<>(Photos.below(found));
    assertEquals(one.keySet(), other.keySet());
    one.forEach(
        (name, bytes) -> {
          byte[] same = other.get(name);
          if (name.endsWith("run.json") || name.endsWith("errors.jsonl")) {
            same = new String(same, UTF_8).replace(there, folder.toString()).getBytes(UTF_8);
          }
          assertArrayEquals(bytes, same, name);
        });
  }
}

package org.mixoscope.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.cli.Cluster;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.Manifest;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Example;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.spark.hadoop.HadoopFileSystem;

/// Data sets of all layouts are read from Hadoop's file systems as from a disk: here from that of
/// Hadoop over the disk.
class LayoutsTest {
  private static final int PICTURES = 9;

  @TempDir static Path disk;

  private static Path there = Path.of("");

  @BeforeAll
  static void make() throws IOException {
    RawLocalFileSystem hadoop = new RawLocalFileSystem();
    hadoop.initialize(URI.create("file:///"), new Configuration());
    there = new HadoopFileSystem(hadoop).getPath(disk.toString());
    Photos.make(Files.createDirectory(disk.resolve("folder")), 30);
    for (String format : List.of("webdataset", "parquet", "npy")) {
      StringWriter said = new StringWriter();
      PrintWriter out = new PrintWriter(said);
      String line =
          "%s %s --size 8x8 --format %s"
              .formatted(disk.resolve("folder"), disk.resolve(format), format);
      assertEquals(0, Cluster.main(new OneMachine(), out, out, line.split(" ")), said::toString);
    }
    writePictures(disk.resolve("yolo/images/train"));
    writePictures(disk.resolve("coco"));
    writePictures(disk.resolve("labelme"));
    writePictures(disk.resolve("masks/images"));
    Files.createDirectories(disk.resolve("yolo/labels/train"));
    Files.createDirectories(disk.resolve("masks/masks"));
    for (int i = 0; i < PICTURES; i++) {
      write("yolo/labels/train/%d.txt".formatted(i), "%d 0.5 0.5 0.4 0.4\n".formatted(i % 2));
      write("labelme/%d.json".formatted(i), LABEL_ME.formatted(i % 2, i));
      byte[] mask = new byte[12 * 10];
      mask[i] = 1;
      PictureWriter.write(
          Pixels.of(mask, new Frame(10, 12), 1), disk.resolve("masks/masks/" + i + ".png"), null);
    }
    write("yolo/data.yaml", "train: images/train\nnames: [cat, cup]\n");
    write("coco/instances.json", coco());
    writeIdx();
    writeZip();
  }

  private static final String LABEL_ME =
      """
      {"version": "5.0", "flags": {}, "shapes": [{"label": "class%d", "points": [[1, 2], [7, 8]], \
      "shape_type": "rectangle", "flags": {}}], "imagePath": "%d.png", "imageData": null, \
      "imageHeight": 10, "imageWidth": 12}
      """;

  private static String coco() {
    List<String> images = new ArrayList<>();
    List<String> boxes = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      images.add(
          "{\"id\": %d, \"file_name\": \"%d.png\", \"width\": 12, \"height\": 10}".formatted(i, i));
      boxes.add(
          "{\"id\": %d, \"image_id\": %d, \"category_id\": 1, \"bbox\": [1, 2, 5, 6]}"
              .formatted(i, i));
    }
    return "{\"images\": %s, \"annotations\": %s, \"categories\": [{\"id\": 1, \"name\": \"cat\"}]}"
        .formatted(images, boxes);
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(disk.resolve(name), text);
  }

  private static void writePictures(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < PICTURES; i++) {
      byte[] bytes = new byte[3 * 12 * 10];
      Arrays.fill(bytes, (byte) (20 * i));
      PictureWriter.write(Pixels.of(bytes, new Frame(10, 12), 3), folder.resolve(i + ".png"), null);
    }
  }

  private static void writeIdx() throws IOException {
    Path folder = Files.createDirectories(disk.resolve("idx"));
    ByteBuffer images = ByteBuffer.allocate(16 + 4 * 6).putInt(0x803).putInt(4).putInt(2).putInt(3);
    images.put(20, (byte) 77);
    Files.write(folder.resolve("train-images-idx3-ubyte"), images.array());
    ByteBuffer labels = ByteBuffer.allocate(8 + 4).putInt(0x801).putInt(4).put(new byte[] {0, 1});
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels.array());
  }

  private static void writeZip() throws IOException {
    try (OutputStream file = Files.newOutputStream(disk.resolve("folder.zip"));
        ZipOutputStream zip = new ZipOutputStream(file, UTF_8)) {
      for (Map.Entry<String, byte[]> one : Photos.below(disk.resolve("folder")).entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue());
      }
    }
  }

  /// What there is to be known of a data set.
  private static List<String> all(DataSet data) throws IOException {
    List<String> said = new ArrayList<>(List.of(data.kind(), data.classes().toString()));
    for (int i = 0; i < data.size(); i++) {
      said.add(data.name(i) + " " + data.labelOf(i));
      try {
        Example one =
            data.read(i, new PictureReader(), new Frame(8, 8), Fit.COVER, Wanted.AS_STORED);
        said.add(bytes(one.pixels()) + " " + text(one.target()));
      } catch (PictureException e) {
        said.add(e.objection().reason().toString());
      }
    }
    return said;
  }

  private static String bytes(Pixels pixels) {
    return Arrays.toString(pixels.memory().toArray(ValueLayout.JAVA_BYTE));
  }

  private static String text(Target target) {
    return switch (target) {
      case ClassWeights weights -> Arrays.toString(weights.toArray());
      case ClassMap map -> map.maps().stream().map(LayoutsTest::bytes).toList().toString();
      default -> String.valueOf(target);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "folder, image-folder",
    "folder.zip, image-folder",
    "webdataset, webdataset",
    "webdataset/mixed-000000.tar, webdataset",
    "parquet, parquet",
    "npy, npy",
    "idx, idx",
    "coco/instances.json, coco",
    "yolo/data.yaml, yolo",
    "labelme, labelme",
    "masks, masks"
  })
  void everyLayoutIsReadAsFromTheDisk(String name, String kind) throws IOException {
    try (DataSet near = DataSet.open(disk.resolve(name));
        DataSet far = DataSet.open(there.resolve(name))) {
      assertEquals(kind, near.kind());
      List<String> expected = all(near);
      assertEquals(expected, all(far));
      if (Manifest.holds(far)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Manifest.write(far, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        try (DataSet sent = Manifest.read(in, uri -> there.resolve(uri.getPath()))) {
          assertEquals(expected, all(sent));
        }
      }
    }
  }

  @Test
  void aFileIsReadAnywhereAndNotWritten() throws IOException {
    Files.write(disk.resolve("bytes"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    try (FileChannel channel = FileChannel.open(there.resolve("bytes"))) {
      ByteBuffer two = ByteBuffer.allocate(2);
      assertEquals(2, channel.position(3).read(two));
      assertEquals(2, channel.read(two.clear(), 6));
      assertEquals(6, two.get(0));
      assertEquals(5, channel.position(), "reading at a place leaves it");
      assertEquals(-1, channel.read(two.clear(), 8));
      ByteBuffer[] halves = {ByteBuffer.allocate(2), ByteBuffer.allocate(4)};
      assertEquals(3, channel.read(halves));
      assertEquals(-1, channel.read(halves));
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      assertEquals(4, channel.transferTo(4, 9, Channels.newChannel(copy)));
      assertEquals(8, channel.size());
      assertThrows(NonWritableChannelException.class, () -> channel.write(two));
    }
    assertTrue(Files.size(there.resolve("bytes")) == 8);
  }
}

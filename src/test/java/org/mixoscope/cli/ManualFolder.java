package org.mixoscope.cli;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.GifStream;
import org.mixoscope.image.NiftiBuilder;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// The files that the command lines of the manual take for granted.
final class ManualFolder {
  private static final List<String> CLASSES = List.of("cat", "cup", "dog");
  private static final int DIGITS = 12;

  private ManualFolder() {}

  /// Two photos, more of them, deep pictures, a mask, texts, a data set in folders, the same as a
  /// table, one with objects, and MNIST's files.
  static void fill(Path folder) throws IOException {
    for (String name : List.of("cat", "dog", "a", "c")) {
      copySample("cat.jpg", folder.resolve(name + ".jpg"));
    }
    for (String name : List.of("cup", "b")) {
      copySample("coffee.jpg", folder.resolve(name + ".jpg"));
    }
    writeDeep(folder);
    writeClips(folder);
    writeVolumes(folder);
    copySample("mask.png", folder.resolve("mask.png"));
    copySample("galaxies.jpg", folder.resolve("fractal.png"));
    StringBuilder table = new StringBuilder("path,label\n");
    for (String name : CLASSES) {
      for (int i = 0; i < 3; i++) {
        String file = "photos/%s/%d.png".formatted(name, i);
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Photo.noise(40 + i, 30, i).write(folder.resolve(file));
        table.append("%s,%s\n".formatted(file, name));
      }
    }
    Files.writeString(folder.resolve("photos.csv"), table);
    Files.writeString(folder.resolve("sport.txt"), "Our team won the match, at last.\n");
    Files.writeString(folder.resolve("cooking.txt"), "Stir rice slowly. Serve it hot.\n");
    Files.writeString(folder.resolve("chess.txt"), "White opens. Black waits. White wins.\n");
    Files.writeString(
        folder.resolve("reviews.csv"), "text,label\nA fine film.,good\nNot so fine.,bad\n");
    writeObjects(Files.createDirectory(folder.resolve("traffic")));
    writeDigits(Files.createDirectory(folder.resolve("mnist")));
  }

  /// Slices of a scanner and pictures of sixteen bits.
  private static void writeDeep(Path folder) throws IOException {
    Frame frame = new Frame(9, 12);
    for (String name : List.of("a", "b")) {
      int[] values = new Random(name.hashCode()).ints(frame.pixels(), 0, 4096).toArray();
      short[] numbers = new short[values.length];
      for (int i = 0; i < values.length; i++) {
        numbers[i] = (short) values[i];
      }
      byte[] slice = DicomBuilder.slice(12, 9, numbers);
      Files.write(folder.resolve(name + ".dcm"), slice);
      Path other = Files.createDirectories(folder.resolve("slices").resolve(name));
      Files.write(other.resolve("1.dcm"), slice);
      Pixels pixels = Pixels.of(values, frame, ElementType.UINT16);
      PictureWriter.write(pixels, folder.resolve(name + "16.png"), null);
    }
  }

  /// Two moving pictures of different lengths, and the same in folders.
  private static void writeClips(Path folder) throws IOException {
    for (String name : List.of("walk", "run", "actions/walk/1", "actions/run/1")) {
      Files.createDirectories(folder.resolve(name).resolveSibling(""));
      OutputStream file = Files.newOutputStream(folder.resolve(name + ".gif"));
      try (GifStream gif = new GifStream(file, null)) {
        for (int t = 0; t < name.length() * 3; t++) {
          byte[] bytes = new byte[24 * 32 * 3];
          Arrays.fill(bytes, (byte) (20 * t));
          gif.add(Pixels.of(bytes, new Frame(24, 32), 3), 10);
        }
      }
    }
  }

  /// Volumes of NIfTI, and the slices of two series.
  private static void writeVolumes(Path folder) throws IOException {
    for (String name : List.of("a", "b", "volumes/liver/1", "volumes/spleen/1")) {
      short[] numbers = new short[12 * 9 * 6];
      Arrays.fill(numbers, (short) name.hashCode());
      Path file = folder.resolve(name + ".nii.gz");
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, new NiftiBuilder(LITTLE_ENDIAN, 12, 9, 6, numbers).packed());
    }
    for (String name : List.of("scan-a", "scan-b")) {
      Path series = Files.createDirectory(folder.resolve(name));
      for (int t = 0; t < 3; t++) {
        byte[] slice = DicomBuilder.slice(12, 9, new short[108], name, "" + t, "0\\0\\" + t);
        Files.write(series.resolve(t + ".dcm"), slice);
      }
    }
  }

  private static void writeObjects(Path folder) throws IOException {
    Photo.noise(40, 30, 1).write(folder.resolve("1.png"));
    Files.writeString(
        folder.resolve("annotations.json"),
        """
        {"images": [{"id": 1, "file_name": "1.png", "width": 40, "height": 30}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 3, "bbox": [4, 5, 10, 8]}],
         "categories": [{"id": 3, "name": "car"}]}
        """);
  }

  private static void copySample(String name, Path file) throws IOException {
    try (InputStream sample = Sample.class.getResourceAsStream("samples/" + name)) {
      Files.copy(Objects.requireNonNull(sample, name), file);
    }
  }

  private static void writeDigits(Path folder) throws IOException {
    byte[] images = new byte[16 + DIGITS * 28 * 28];
    new Random(1).nextBytes(images);
    ByteBuffer.wrap(images).putInt(0x803).putInt(DIGITS).putInt(28).putInt(28);
    Files.write(folder.resolve("train-images-idx3-ubyte"), images);
    ByteBuffer labels = ByteBuffer.allocate(8 + DIGITS).putInt(0x801).putInt(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      labels.put((byte) (i % 10));
    }
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels.array());
  }
}

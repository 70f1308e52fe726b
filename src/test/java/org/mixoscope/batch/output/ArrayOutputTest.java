package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.TestPictures;

@BesideWindows
class ArrayOutputTest {
  private static final int HEADER = 128;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0", "1", "7"})
  void headersAreThoseOfVersionOne(int samples) throws IOException {
    write(Numbers.UINT8, samples);
    String size = samples == 0 ? "0, 0" : "9, 7";

    assertHeader("images.npy", "|u1", samples + ", " + size + ", 3");
    assertHeader("labels.npy", "<f4", samples + ", 3");
  }

  private void assertHeader(String name, String type, String shape) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(name));
    ByteBuffer header = ByteBuffer.wrap(file, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0x93, header.get() & 0xFF);
    byte[] magic = new byte[5];
    header.get(magic);
    assertEquals("NUMPY", new String(magic, US_ASCII));
    assertEquals(1, header.get(), "major version");
    assertEquals(0, header.get(), "minor version");
    assertEquals(HEADER - 10, header.getShort());
    String text = new String(file, 10, HEADER - 10, US_ASCII);
    assertEquals(
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape),
        text.strip());
    assertTrue(text.endsWith(" \n"), "padded with spaces, ended by a line");
  }

  /// NumPy writes the same arrays to the same bytes.
  @ParameterizedTest
  @EnumSource
  void fileIsTheOneThatNumPyWrites(Numbers numbers) throws Exception {
    write(numbers, 5);
    String program =
        "import sys, numpy\n"
            + "for name in sys.argv[1:]:\n"
            + "  numpy.save(name + '.again.npy', numpy.load(name, allow_pickle=False))\n";
    assumeTrue(python("import numpy"), "there is a Python with NumPy");

    String images = folder.resolve("images.npy").toString();
    String labels = folder.resolve("labels.npy").toString();
    assertTrue(python(program, images, labels));

    for (String file : List.of(images, labels)) {
      assertEquals(-1, Files.mismatch(Path.of(file), Path.of(file + ".again.npy")), file);
    }
  }

  private static boolean python(String program, String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-c", program));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 && said.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void bytesArePixelsAsTheyAre() throws IOException {
    write(Numbers.UINT8, 4);

    ByteBuffer images = contents("images.npy");
    assertEquals(4 * 9 * 7 * 3, images.remaining());
    for (int index = 0; index < 4; index++) {
      byte[] pixels = new byte[9 * 7 * 3];
      images.get(pixels);
      assertArrayEquals(TestPictures.bytes(TestSample.of(index, Folders.FRAME).pixels()), pixels);
    }
  }

  @Test
  void floatsAreBytesDividedBy255() throws IOException {
    write(Numbers.FLOAT32, 4);

    ByteBuffer images = contents("images.npy");
    assertEquals(4 * 9 * 7 * 3 * Float.BYTES, images.remaining());
    for (int index = 0; index < 4; index++) {
      for (byte value : TestPictures.bytes(TestSample.of(index, Folders.FRAME).pixels())) {
        assertEquals((value & 0xFF) / 255f, images.getFloat());
      }
    }
  }

  @Test
  void labelsAreRowsOfFloats() throws IOException {
    write(Numbers.UINT8, 6);

    ByteBuffer labels = contents("labels.npy");
    assertEquals(6 * 3 * Float.BYTES, labels.remaining());
    for (int index = 0; index < 6; index++) {
      for (double weight : TestSample.of(index, Folders.FRAME).label()) {
        assertEquals((float) weight, labels.getFloat());
      }
    }
  }

  @Test
  void archiveHoldsTheSameArraysAndNothingElse() throws IOException {
    write(Numbers.UINT8, 6);
    Path zipped = folder.resolve("zipped");
    Folders.write(zipped, settings(OutputFormat.NPZ, Numbers.UINT8), IntStream.range(0, 6));

    assertFalse(Files.exists(zipped.resolve("images.npy")));
    try (ZipFile zip = ZipFile.builder().setPath(zipped.resolve("mixed.npz")).get()) {
      List<String> names =
          Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
      assertEquals(List.of("images.npy", "labels.npy"), names);
      for (String name : names) {
        ZipArchiveEntry entry = zip.getEntry(name);
        assertEquals(ZipArchiveEntry.STORED, entry.getMethod(), "mapped into memory");
        assertArrayEquals(
            Files.readAllBytes(folder.resolve(name)), zip.getInputStream(entry).readAllBytes());
      }
    }
    assertEquals(
        -1, Files.mismatch(folder.resolve("metadata.jsonl"), zipped.resolve("metadata.jsonl")));
  }

  @Test
  void pictureOfAnotherSizeIsRefusedByName() throws IOException {
    OutputSettings settings = settings(OutputFormat.NPY, Numbers.UINT8);
    List<Long> state;
    try (Output output = Folders.open(folder, settings, List.of())) {
      Folders.add(output, settings, 0);
      state = output.state();
    }
    // The size is known after the run was resumed, too.
    try (Output output = Folders.open(folder, settings, state)) {
      Output.Part other = output.prepare(TestSample.of(2, new Frame(7, 9)).made(), null);
      IOException e = assertThrows(IOException.class, other::append);
      assertEquals(
          "ant/1.png is 9×7, others are 7×9: an array needs pictures of one size, give --size",
          e.getMessage());
      assertEquals(state, output.state(), "nothing of it was written");
    }
  }

  private void write(Numbers numbers, int samples) throws IOException {
    Folders.write(folder, settings(OutputFormat.NPY, numbers), IntStream.range(0, samples));
  }

  private static OutputSettings settings(OutputFormat format, Numbers numbers) {
    return new OutputSettings(format, numbers, false);
  }

  private ByteBuffer contents(String name) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(name));
    return ByteBuffer.wrap(file, HEADER, file.length - HEADER).order(ByteOrder.LITTLE_ENDIAN);
  }
}

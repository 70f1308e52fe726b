package org.mixoscope.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;

/// How large members of archives may be, tried with files that lie or are mostly holes.
@BesideWindows
class ArchiveLimitsTest {
  private static final long LIMIT = 512L << 20;
  private static final int BLOCK = 512;

  @TempDir Path folder;

  private byte[] picture() throws IOException {
    return Files.readAllBytes(Path.of(Photo.noise(5, 4, 1).write(folder.resolve("one.png"))));
  }

  /// One byte more than the limit, of which the disk holds next to nothing, between two pictures.
  @Test
  void aMemberOfATarThatIsTooLargeIsLeftOut() throws IOException {
    for (long size : new long[] {LIMIT, LIMIT + 1}) {
      Path file = folder.resolve("holes.tar");
      Files.deleteIfExists(file);
      byte[] picture = picture();
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        write(out, "cat/1.png", picture.length, picture);
        write(out, "cat/2.png", size, new byte[0]);
        write(out, "dog/1.png", picture.length, picture);
        out.setLength(out.getFilePointer() + 2 * BLOCK);
      }

      JsonNode found = Inspected.of(file);

      boolean large = size > LIMIT;
      assertEquals(large ? 2 : 3, found.get("pictures").intValue());
      assertEquals(large ? 0 : 1, found.get("unreadable").intValue(), "zeros are no picture");
      assertEquals(
          large
              ? "[{\"reason\":\"larger than 512 MiB\",\"count\":1,\"examples\":[\"cat/2.png\"]}]"
              : "[]",
          found.get("left_out").toString());
    }
  }

  private static void write(RandomAccessFile out, String name, long size, byte[] contents)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    byte[] header = new byte[BLOCK];
    entry.writeEntryHeader(header);
    out.write(header);
    long begin = out.getFilePointer();
    out.write(contents);
    out.seek(begin + Math.ceilDiv(size, BLOCK) * BLOCK);
  }

  /// The directory of the archive says 600 MiB of a member of a few bytes.
  @Test
  void aMemberOfAZipThatSaysItIsTooLargeIsLeftOut() throws IOException {
    Path file = folder.resolve("lies.zip");
    byte[] picture = picture();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("cat/1.png", "cat/2.png", "dog/1.png")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(picture.length);
        CRC32 crc = new CRC32();
        crc.update(picture);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(picture);
        out.closeEntry();
      }
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int name = new String(bytes.array(), ISO_8859_1).lastIndexOf("cat/2.png");
    int record = name - 46;
    assertEquals(0x02014b50, bytes.getInt(record), "of the directory");
    bytes.putInt(record + 24, 600 << 20);
    Files.write(file, bytes.array());

    JsonNode found = Inspected.of(file);

    assertEquals(2, found.get("pictures").intValue());
    assertEquals("larger than 512 MiB", found.at("/left_out/0/reason").textValue());
    assertEquals("cat/2.png", found.at("/left_out/0/examples/0").textValue());
  }

  /// Memory holds what is compressed: 1 GiB at most, and a third of the heap. Here that of a small
  /// heap, and 40 MiB of zeros, which take 40 kB.
  @Test
  void aCompressedTarIsNotUnpackedBeyondMemory() throws Exception {
    Path file = folder.resolve("zeros.tar.gz");
    try (OutputStream raw = Files.newOutputStream(file);
        TarArchiveOutputStream out = new TarArchiveOutputStream(new GZIPOutputStream(raw))) {
      TarArchiveEntry entry = new TarArchiveEntry("cat/1.png");
      entry.setSize(40 << 20);
      out.putArchiveEntry(entry);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        out.write(zeros);
      }
      out.closeArchiveEntry();
    }
    assertTrue(Files.size(file) < 100_000, "it is a bomb");
    List<String> java = new ArrayList<>(ProcessTest.QUIET);
    java.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-cp", ProcessTest.noJavaFx()));

    Process process = ProcessTest.java(java, List.of("inspect", file.toString())).start();

    String err = new String(process.getErrorStream().readAllBytes(), UTF_8).strip();
    assertEquals(1, process.waitFor());
    assertTrue(
        err.matches(
            "mixoscope inspect: .*zeros\\.tar\\.gz is compressed and has more than \\d+ MiB, too"
                + " much for memory: unpack it by gunzip and give the \\.tar"),
        err);
  }
}

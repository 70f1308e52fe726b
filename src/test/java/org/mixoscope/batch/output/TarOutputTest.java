package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureReader;

@BesideWindows
class TarOutputTest {
  private static final OutputSettings SETTINGS =
      new OutputSettings(OutputFormat.WEBDATASET, new Encoding.Png(), false);

  @TempDir Path folder;

  @Test
  void shardsOfAThousandHoldPictureAndJsonOfEachSample() throws IOException {
    Folders.write(folder, SETTINGS, IntStream.range(998, 1003));

    assertHolds("mixed-000000.tar", 998, 1000);
    assertHolds("mixed-000001.tar", 1000, 1003);
    assertEquals(2, Folders.files(folder).size());
  }

  private void assertHolds(String shard, int from, int to) throws IOException {
    PictureReader reader = new PictureReader();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(Files.newInputStream(folder.resolve(shard)))) {
      for (int index = from; index < to; index++) {
        TestSample sample = TestSample.of(index, Folders.FRAME);
        String name = "%08d.".formatted(index);
        byte[] picture = next(tar, name + "png");
        assertTrue(reader.read(picture, name).pixels().sameAs(sample.pixels()));
        JsonNode json = new JsonMapper().readTree(next(tar, name + "json"));
        SampleJsonTest.assertIs(sample, json);
        assertTrue(json.path("file_name").isMissingNode(), "the name says it");
      }
      assertNull(tar.getNextEntry());
    }
  }

  private static byte[] next(TarArchiveInputStream tar, String name) throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    assertEquals(name, entry.getName());
    assertTrue(entry.isFile());
    assertEquals(0100644, entry.getMode());
    assertEquals(new Date(0), entry.getModTime(), "says nothing of when");
    assertEquals(0, entry.getLongUserId() + entry.getLongGroupId(), "nor by whom");
    assertEquals("", entry.getUserName() + entry.getGroupName());
    byte[] contents = tar.readAllBytes();
    assertEquals(entry.getSize(), contents.length);
    return contents;
  }

  @Test
  void archiveEndsWithTwoEmptyBlocksAndIsWholeBlocks() throws IOException {
    Folders.write(folder, SETTINGS, IntStream.range(0, 2));

    byte[] tar = Files.readAllBytes(folder.resolve("mixed-000000.tar"));
    assertEquals(0, tar.length % 512);
    assertArrayEquals(new byte[1024], Arrays.copyOfRange(tar, tar.length - 1024, tar.length));
  }
}

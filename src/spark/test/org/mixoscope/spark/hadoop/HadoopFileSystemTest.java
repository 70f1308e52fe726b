package org.mixoscope.spark.hadoop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.batch.output.Storage;
import org.mixoscope.batch.output.Storage.Draft;

/// Hadoop's files by NIO are as NIO's own, which this test takes for comparison: the file system is
/// that of Hadoop over the disk.
class HadoopFileSystemTest {
  @TempDir Path disk;

  private Path folder = Path.of("");

  @BeforeEach
  void open() throws IOException {
    RawLocalFileSystem hadoop = new RawLocalFileSystem();
    hadoop.initialize(URI.create("file:///"), new Configuration());
    folder = new HadoopFileSystem(hadoop).getPath(disk.toString());
  }

  @Test
  void waysAreThoseOfTheDisk() {
    for (String one : List.of("/a/b", "/a", "/", "a/b/c", "..", "a/../../b", "/x/./y", "")) {
      Path ours = folder.getFileSystem().getPath(one);
      Path theirs = Path.of(one);
      assertWay(theirs.normalize(), ours.normalize());
      assertWay(theirs.resolve("c/d"), ours.resolve("c/d"));
      assertWay(theirs.resolveSibling("e"), ours.resolveSibling("e"));
      assertEquals(theirs.isAbsolute(), ours.isAbsolute());
      assertEquals(theirs.startsWith("a"), ours.startsWith("a"));
      if (theirs.isAbsolute() && !one.contains("/.")) {
        Path from = folder.getFileSystem().getPath("/a/z");
        assertWay(Path.of("/a/z").relativize(theirs), from.relativize(ours));
      }
    }
  }

  private static void assertWay(Path theirs, Path ours) {
    String text = ours.toString().replaceFirst("^file://", "");
    assertEquals(theirs.toString(), text);
  }

  @Test
  void filesAreWrittenListedReadMovedAndDeleted() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("a/b"));
    Path file = inside.resolve("猫 1.txt");
    Files.writeString(file, "meow");

    assertEquals("meow", Files.readString(disk.resolve("a/b/猫 1.txt")));
    assertEquals("meow", Files.readString(file));
    assertEquals(4, Files.size(file));
    try (Stream<Path> all = Files.list(inside)) {
      assertEquals(List.of(file), all.toList());
    }
    Files.writeString(file, "longer", StandardOpenOption.TRUNCATE_EXISTING);
    assertEquals(6, Files.size(file), "not what was listed");
    assertTrue(Files.isDirectory(inside) && !Files.isDirectory(file));
    assertEquals(file, file.toRealPath());
    assertThrows(DirectoryNotEmptyException.class, () -> Files.delete(folder.resolve("a")));
    assertThrows(NotDirectoryException.class, () -> Files.list(file));
    assertThrows(NoSuchFileException.class, () -> Files.readString(inside.resolve("none")));
    assertFalse(Files.deleteIfExists(inside.resolve("none")));
    Files.delete(file);
    Files.delete(inside);
    assertFalse(Files.exists(disk.resolve("a/b")));
  }

  @Test
  void aDraftHasItsNameWhenItIsWholeOrNever() throws IOException {
    for (Storage storage : List.of(Storage.RENAMING, new ObjectStorage())) {
      Path file = folder.resolve("out/file");
      Path drafts = folder.resolve("drafts");
      try (Draft draft = storage.draft(file, drafts)) {
        draft.out().write(1);
      }
      assertFalse(Files.exists(file));
      for (byte content = 2; content < 4; content++) {
        try (Draft draft = storage.draft(file, drafts)) {
          draft.out().write(content);
          draft.commit();
        }
        assertArrayEquals(new byte[] {content}, Files.readAllBytes(file));
      }
      try (Stream<Path> all = Files.walk(disk)) {
        assertEquals(List.of(disk.resolve("out/file")), all.filter(Files::isRegularFile).toList());
      }
      Files.delete(file);
    }
  }
}

package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9, 10})
  void whatIsBeyondTheLengthIsDropped(int length) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "0123456789");

    try (AppendFile append = new AppendFile(file, length)) {
      append.append("ab".getBytes(US_ASCII), "c".getBytes(US_ASCII));
      assertEquals(length + 3, append.length());
    }

    assertEquals("0123456789".substring(0, length) + "abc", Files.readString(file));
  }

  @Test
  void whatIsThereIsReplacedWithoutGrowing() throws IOException {
    Path file = folder.resolve("new");

    try (AppendFile append = new AppendFile(file, 0)) {
      append.append("0123456789".getBytes(US_ASCII));
      append.write("xyz".getBytes(US_ASCII), 2);
      append.append("!".getBytes(US_ASCII));
      assertEquals(11, append.length());
    }

    assertEquals("01xyz56789!", Files.readString(file));
  }

  @Test
  void shorterFileWasChangedByOthers() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "0123456789");

    IOException e = assertThrows(IOException.class, () -> new AppendFile(file, 11).close());

    assertEquals(file + " is shorter than this run left it: it was changed since", e.getMessage());
    assertEquals("0123456789", Files.readString(file));
  }
}

package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobDocumentTest {
  @TempDir Path folder;

  @Test
  void aRelativeDataSetLiesBesideTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("job.json"), Jobs.FULL.text());
    Path photos = Files.createDirectory(folder.resolve("photos"));

    assertEquals(photos, source(JobDocument.read(file)).path());
    assertEquals(Jobs.FULL.settings(), JobDocument.read(file).settings());
    assertEquals(source(Jobs.FULL).contents(), source(JobDocument.read(file)).contents());
  }

  @Test
  void elseItLiesWhereTheProgramWasStarted() throws IOException {
    Path file = Files.writeString(folder.resolve("job.json"), Jobs.FULL.text());

    assertEquals(Path.of("photos").toAbsolutePath(), source(JobDocument.read(file)).path());
  }

  /// As a cluster's is.
  @Test
  void onAnotherFileSystemItLiesWhereItSays() throws IOException {
    try (FileSystem other =
        FileSystems.newFileSystem(folder.resolve("other.zip"), Map.of("create", "true"))) {
      Path file = Files.writeString(other.getPath("/run.json"), Jobs.FULL.text());

      assertEquals(Path.of("photos"), source(JobDocument.read(file)).path());
      assertEquals(Jobs.FULL.settings().edition(), JobDocument.editionIn(file.resolveSibling("")));
    }
  }

  @Test
  void aJobNeedNotNameItsDataSet() throws IOException {
    JobDocument settings = new JobDocument(null, Jobs.FULL.settings());
    Path file = Files.writeString(folder.resolve("job.json"), settings.text());

    assertNull(JobDocument.read(file).source());
  }

  @Test
  void whatIsNoJobIsSaidWithTheNameOfTheFile() throws IOException {
    Path file = folder.resolve("job.json");
    refused(file, "there is no such file");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    refused(file, "it is no text in UTF-8");
    Files.writeString(file, "[]");
    refused(file, "the text: must be a JSON object { … }");
    Files.writeString(file, "{\"mixoscope-job\":1");
    refused(
        file,
        "not valid JSON at line 1, column 19: Unexpected end-of-input: expected close marker for"
            + " Object");
    Files.writeString(file, "{\"mixoscope-job\":1}");
    refused(file, "settings is missing: must be an object { … }");
    refused(folder, "it cannot be read");
  }

  private static void refused(Path file, String why) {
    BatchException e = assertThrows(BatchException.class, () -> JobDocument.read(file));

    assertEquals(DocumentReason.NOT_A_JOB, e.objection().reason());
    assertEquals(file + " is not a job that can be run: " + why, e.getMessage());
  }

  private static JobSource source(JobDocument job) {
    JobSource source = job.source();
    assertNotNull(source);
    return source;
  }
}

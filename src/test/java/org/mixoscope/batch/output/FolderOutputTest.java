package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.image.PictureReader;

@BesideWindows
class FolderOutputTest {
  private static final OutputSettings SETTINGS =
      new OutputSettings(OutputFormat.IMAGEFOLDER, new Encoding.Png(), false);

  @TempDir Path folder;

  @Test
  void linesNameTheirPicturesInFoldersOfTenThousand() throws IOException {
    Folders.write(folder, SETTINGS, IntStream.of(0, 1, 9_999, 10_000, 123_456_789));

    List<String> lines = Files.readAllLines(folder.resolve("metadata.jsonl"));
    List<String> names =
        List.of(
            "images/0000/00000000.png",
            "images/0000/00000001.png",
            "images/0000/00009999.png",
            "images/0001/00010000.png",
            "images/12345/123456789.png");
    assertEquals(names.size(), lines.size());
    for (int i = 0; i < names.size(); i++) {
      JsonNode json = new JsonMapper().readTree(lines.get(i));
      TestSample sample = TestSample.of(json.get("index").intValue(), Folders.FRAME);
      assertEquals(names.get(i), json.get("file_name").textValue());
      SampleJsonTest.assertIs(sample, json);
      Path picture = folder.resolve(names.get(i));
      assertTrue(new PictureReader().read(picture.toString()).pixels().sameAs(sample.pixels()));
    }
    assertEquals(names.size() + 1, Folders.files(folder).size());
  }

  @Test
  void pictureCarriesItsRecipe() throws IOException {
    for (Encoding encoding : List.of(new Encoding.Png(), new Encoding.Jpeg(90))) {
      Path to = Files.createDirectory(folder.resolve(encoding.id().replace(':', '-')));
      OutputSettings settings = new OutputSettings(OutputFormat.IMAGEFOLDER, encoding, true);
      try (Output output = Folders.open(to, settings, List.of())) {
        output.prepare(TestSample.of(0, Folders.FRAME).made(), "{\"a\":1}").append();
        output.finish();
      }
      String name = encoding.id().startsWith("png") ? "00000000.png" : "00000000.jpg";
      assertEquals(
          Optional.of("{\"a\":1}"), EmbeddedRecipe.of(to.resolve("images/0000").resolve(name)));
    }
  }

  @Property(tries = 300)
  void namesSortAsNumbersDo(
      @ForAll @IntRange(max = 99_999_999) int one, @ForAll @IntRange(max = 99_999_999) int other) {
    assertEquals(
        Integer.signum(Integer.compare(one, other)),
        Integer.signum(SampleName.of(one).compareTo(SampleName.of(other))));
    assertEquals("%08d".formatted(one), SampleName.of(one));
    assertEquals("%04d".formatted(one), SampleName.padded(one, 4));
  }
}

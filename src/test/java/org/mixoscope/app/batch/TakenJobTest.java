package org.mixoscope.app.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Gifs;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.BatchReason;
import org.mixoscope.batch.JobFile;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.cli.CommandLines;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objecting;

/// What the command line has made of clips or texts is brought by its `run.json`.
@BesideWindows
class TakenJobTest {
  @TempDir Path folder;
  private final MixModel explore = Screens.model();
  private final BatchModel model = new BatchModel(explore, TaskRunner.inline());

  @BeforeEach
  void runJobs() throws IOException {
    // GIFs would be taken for pictures, and nothing says that what is said are texts.
    for (String name : List.of("walk", "run", "sit")) {
      Path clips = Files.createDirectories(folder.resolve("gifs/" + name));
      Gifs.write(clips, "a", name.length(), 2, new Frame(8, 8));
    }
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "id,said,kind\n1,one two. three,x\n2,four five,y\n3,six. seven,x\n");
    CommandLines.run(
        "mixoscope batch %s/gifs %s/clips --clips npy --method k-mixup --sources 3 --alpha 0.7"
                .formatted(folder, folder)
            + " --along fade --frames 3 --rate 5 --size 9x7 --fit stretch --prob 0.8 --copies 2"
            + " --keep-originals --smoothing 0.2 --seed 11 --blending linear-light"
            + " --max-megapixels 20");
    CommandLines.run(
        "mixoscope batch %s/t.csv %s/texts --text-column said --label-column kind --text-method"
                .formatted(folder, folder)
            + " sentences --alpha 0.7 --pieces 3 --sources 3 --format parquet --prob 0.8 --copies 3"
            + " --smoothing 0.2 --seed 12");
    model.setActive(true);
  }

  @Test
  void jobsBringTheirSourceAndAllThatIsChosenForIt() throws IOException {
    BatchOptions before = model.optionsProperty().get();
    for (String made : List.of("clips", "texts")) {
      model.make(m -> m.with(Partners.OTHER_CLASS));
      BatchModel.taking(JobFile.read(folder.resolve(made + "/run.json"))).accept(model);

      model.edit(o -> o.to(folder.resolve(made)));
      assertEquals(Found.ALL, surveyed().target(), "it is the same job");
      model.edit(o -> o.to(folder.resolve(made + "-again")));
      String line = model.commandLine();
      model.start();
      assertInstanceOf(State.Done.class, model.job().stateProperty().get());
      assertSame(made, made + "-again");
      CommandLines.run(line.replace("-again", "-line"));
      assertSame(made, made + "-line");

      BatchOptions left = model.optionsProperty().get();
      assertEquals(left, BatchOptionsJson.read(BatchOptionsJson.tree(left, explore.recipe())));
    }
    model.edit(o -> o.to(folder.resolve("clips")));
    Exception problem = surveyed().problem();
    assertEquals(
        BatchReason.HOLDS_CLIPS, assertInstanceOf(Objecting.class, problem).objection().reason());
    for (int steps = 0; model.history().canUndoProperty().get(); steps++) {
      assertTrue(steps < 20);
      model.history().undo();
    }
    assertEquals(before, model.optionsProperty().get());
  }

  private Survey surveyed() {
    return assertInstanceOf(Survey.class, model.surveyProperty().get());
  }

  private void assertSame(String expected, String actual) throws IOException {
    assertEquals(files(expected), files(actual));
    for (String file : files(expected)) {
      Path one = folder.resolve(expected).resolve(file);
      assertEquals(-1, Files.mismatch(one, folder.resolve(actual).resolve(file)), file);
    }
  }

  private List<String> files(String name) throws IOException {
    Path root = folder.resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}

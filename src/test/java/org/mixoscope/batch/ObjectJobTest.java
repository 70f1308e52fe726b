package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.batch.sample.SampleSettings;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.dataset.labelled.ObjectSets;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;

/// Data sets of objects, mixed and written in every format that has a place for them.
@BesideWindows
class ObjectJobTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Frame STORED = new Frame(20, 26);
  private static final Frame FRAME = new Frame(24, 18);
  private static final int PICTURES = 8;

  @TempDir Path folder;

  static Stream<Method> methods() {
    return MethodType.all().stream().map(MethodType::initial);
  }

  /// Boxes, pixels and areas of what is read back are of one piece, whatever mixed it.
  @ParameterizedTest
  @MethodSource("methods")
  void everyObjectHasPixelsAndTheirArea(Method method) throws IOException {
    int pixels = 0;
    for (long seed = 0; seed < 4; seed++) {
      Path out = folder.resolve("out" + seed);
      Keeping keeping = new Keeping(seed / 4.0, Hidden.values()[(int) seed % 3]);
      Progress end = run(out, OutputFormat.IMAGEFOLDER, method, by(keeping), seed);
      int written = 0;
      for (String line : Files.readAllLines(out.resolve("metadata.jsonl"))) {
        JsonNode objects = MAPPER.readTree(line).get("objects");
        for (int i = 0; i < objects.get("bbox").size(); i++) {
          pixels += assertWhole(objects, i);
          written++;
          boolean visible =
              objects.get("visible").get(i).doubleValue() >= keeping.minVisible()
                  || objects.get("iscrowd").get(i).intValue() == 1;
          assertEquals(
              keeping.hidden() == Hidden.IGNORE && !visible,
              objects.get("ignore").get(i).intValue() == 1);
          assertTrue(visible || keeping.hidden() != Hidden.DROP);
        }
      }
      ObjectCounts counts = end.objects();
      assertEquals(written, counts.kept() + counts.ignored());
      assertTrue(counts.shown() >= counts.gone() && counts.shown() > 0);
    }
    assertTrue(pixels > 0);
  }

  /// @return how many pixels its mask has, if it has one
  private static int assertWhole(JsonNode objects, int i) {
    double[] box = MAPPER.convertValue(objects.get("bbox").get(i), double[].class);
    double area = objects.get("area").get(i).doubleValue();
    assertTrue(box[0] >= 0 && box[0] + box[2] <= FRAME.width());
    assertTrue(box[1] >= 0 && box[1] + box[3] <= FRAME.height());
    assertTrue(box[2] > 0 && box[3] > 0 && area > 0);
    JsonNode segmentation = objects.get("segmentation").get(i);
    if (segmentation.isNull()) {
      assertEquals(box[2] * box[3], area, 1e-9);
      return 0;
    }
    assertEquals("[24,18]", segmentation.get("size").toString());
    Set<List<Integer>> pixels = pixels(segmentation.get("counts").textValue());
    int x1 = pixels.stream().mapToInt(List::getFirst).min().orElseThrow();
    int y1 = pixels.stream().mapToInt(List::getLast).min().orElseThrow();
    int x2 = pixels.stream().mapToInt(List::getFirst).max().orElseThrow() + 1;
    int y2 = pixels.stream().mapToInt(List::getLast).max().orElseThrow() + 1;
    assertArrayEquals(new double[] {x1, y1, x2 - x1, y2 - y1}, box);
    assertEquals(area, pixels.size());
    return pixels.size();
  }

  /// Columns and rows of the pixels of a mask, from the description of the format.
  private static Set<List<Integer>> pixels(String text) {
    Set<List<Integer>> pixels = new HashSet<>();
    int[] runs = new int[text.length()];
    int at = 0;
    int all = 0;
    for (int n = 0; at < text.length(); n++) {
      int shift = 0;
      int digit;
      do {
        digit = text.charAt(at++) - 48;
        runs[n] |= (digit & 31) << shift;
        shift += 5;
      } while (digit >= 32);
      runs[n] -= (digit & 16) > 0 ? 1 << shift : 0;
      runs[n] += n > 2 ? runs[n - 2] : 0;
      for (int i = 0; i < runs[n]; i++, all++) {
        if (n % 2 == 1) {
          pixels.add(List.of(all / FRAME.height(), all % FRAME.height()));
        }
      }
    }
    assertEquals(FRAME.pixels(), all);
    return pixels;
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"MASKS", "NPY", "NPZ", "PARQUET"})
  void threadsAndInterruptionsChangeNoByte(OutputFormat format) throws IOException {
    Labelling labelling = by(new Keeping(0.3, Hidden.IGNORE));
    Path whole = folder.resolve("whole");
    ObjectCounts counts = run(whole, format, new CutMix(1), labelling, 3).objects();

    Path cut = folder.resolve("cut");
    try (DataSet data = data()) {
      BatchJob job = job(data, format, new CutMix(1), labelling, 3);
      Progress part = job.run(cut, 3, false, (_, progress) -> stop(job, progress));
      assertTrue(part.done() < part.total());
      Progress end = job(data, format, new CutMix(1), labelling, 3).run(cut, 2, true, (_, _) -> {});
      assertEquals(counts, end.objects());
      Progress again =
          job(data, format, new CutMix(1), labelling, 3).run(cut, 2, true, (_, _) -> {});
      assertEquals(counts, again.objects());
    }

    assertEquals(files(whole).keySet(), files(cut).keySet());
    files(whole).forEach((name, bytes) -> assertArrayEquals(bytes, files(cut).get(name), name));
    JsonNode run = MAPPER.readTree(whole.resolve("run.json").toFile());
    assertEquals(counts.tree().toString(), run.at("/counts/objects").toString());
    assertEquals(0.3, run.at("/settings/min_visible").doubleValue());
    assertEquals("ignore", run.at("/settings/hidden").textValue());
  }

  private static void stop(BatchJob job, Progress progress) {
    if (progress.done() == PICTURES) {
      job.cancel();
    }
  }

  private static Map<String, byte[]> files(Path root) {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(names = {"COCO", "YOLO", "YOLO_POLYGONS", "VOC"})
  void somebodyElsesReaderFindsThemWhole(OutputFormat format) throws Exception {
    assumeTrue(hasPython(), "no python3 here");
    for (Method method : List.of(new CutMix(1), new Mixup(1), MethodType.of("mosaic").initial())) {
      Path out = folder.resolve(format + "-" + method.type().id());
      ObjectCounts counts =
          run(out, format, method, by(new Keeping(0.2, Hidden.IGNORE)), 5).objects();

      JsonNode found = python("src/test/python/check_objects.py", out.toString());

      assertEquals("[]", found.get("problems").toString(), method.toString());
      assertEquals(3 * PICTURES, found.get("images").intValue());
      boolean yolo = format == OutputFormat.YOLO || format == OutputFormat.YOLO_POLYGONS;
      assertEquals(counts.kept() + counts.ignored(), found.get("objects").longValue());
      assertEquals(yolo, counts.ignored() == 0);
      assertEquals(yolo, counts.leftOut() > 0);
      assertEquals(counts.kept(), found.path("kept").asLong(counts.kept()));
      if (format == OutputFormat.YOLO_POLYGONS) {
        assertEquals("[\"polygon\"]", found.get("lines").toString());
      }
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static JsonNode python(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return MAPPER.readTree(out);
  }

  /// What one job has written another one mixes.
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"MASKS", "NPY", "NPZ", "PARQUET"})
  void whatIsWrittenIsReadAgain(OutputFormat format) throws IOException {
    Labelling labelling = by(new Keeping(0.2, Hidden.DROP));
    Path out = folder.resolve("out");
    ObjectCounts counts = run(out, format, new CutMix(1), labelling, 5).objects();
    List<List<Instance>> made = new ArrayList<>();
    try (DataSet data = data()) {
      job(data, format, new CutMix(1), labelling, 5)
          .estimate(3 * PICTURES, sample -> made.add(((Objects) sample.target()).instances()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }

    int objects = 0;
    try (DataSet data = DataSet.open(out)) {
      assertEquals(TargetKind.OBJECTS, data.findings().target());
      assertEquals(ObjectSets.CLASSES, data.classes());
      assertEquals(3 * PICTURES, data.size());
      for (int i = 0; i < data.size(); i++) {
        Objects read = objects(data, i);
        objects += read.instances().size();
        if (format == OutputFormat.COCO
            || format == OutputFormat.IMAGEFOLDER
            || format == OutputFormat.WEBDATASET) {
          assertSame(made.get(i), read.instances());
        }
      }
    }
    assertEquals(counts.kept() + counts.ignored(), objects);
  }

  private static Objects objects(DataSet data, int index) throws IOException {
    return (Objects)
        data.read(index, new PictureReader(), null, Fit.COVER, Wanted.AS_STORED).target();
  }

  private static void assertSame(List<Instance> written, List<Instance> read) {
    assertEquals(written.size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      assertEquals(written.get(i).category(), read.get(i).category());
      assertEquals(written.get(i).mask(), read.get(i).mask());
      assertEquals(written.get(i).crowd(), read.get(i).crowd());
      assertEquals(written.get(i).box().x1(), read.get(i).box().x1(), 1e-9);
      assertEquals(written.get(i).box().y2(), read.get(i).box().y2(), 1e-9);
    }
  }

  /// The label of every sample sums to 1, or is 0 where nothing is seen, which is counted.
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"COCO", "MASKS", "YOLO", "YOLO_POLYGONS", "VOC"})
  void labelByObjectsGoesIntoEveryFormatOfLabels(OutputFormat format) throws IOException {
    Labelling labelling = new Labelling(Labelling.By.OBJECTS, Keeping.USUAL);
    Path out = folder.resolve("out");

    Progress end = run(out, format, new CutMix(1), labelling, 1);

    if (Files.exists(out.resolve("metadata.jsonl"))) {
      int nothing = 0;
      for (String line : Files.readAllLines(out.resolve("metadata.jsonl"))) {
        double[] label = MAPPER.convertValue(MAPPER.readTree(line).get("label"), double[].class);
        double sum = label[0] + label[1] + label[2];
        assertTrue(sum == 0 || Math.abs(sum - 1) < 1e-9, line);
        nothing += sum == 0 ? 1 : 0;
      }
      assertEquals(nothing, end.objects().unlabelled());
      assertTrue(nothing > 0 && nothing < end.total());
    }
  }

  @Test
  void pixelsDoNotDependOnTheLabel() throws IOException {
    Labelling labelling = new Labelling(Labelling.By.OBJECTS, Keeping.USUAL);
    Path plain = folder.resolve("plain");
    Path objects = folder.resolve("objects");
    run(plain, OutputFormat.IMAGEFOLDER, new CutMix(1), Labelling.USUAL, 1);
    run(objects, OutputFormat.IMAGEFOLDER, new CutMix(1), labelling, 1);

    files(plain.resolve("images"))
        .forEach(
            (name, bytes) -> assertArrayEquals(bytes, files(objects.resolve("images")).get(name)));
  }

  @Test
  void formatsWithoutAPlaceAreRefusedBeforeAnythingIsWritten() throws IOException {
    Labelling labels = new Labelling(Labelling.By.OBJECTS, Keeping.USUAL);
    for (OutputFormat format : List.of(OutputFormat.NPY, OutputFormat.NPZ, OutputFormat.PARQUET)) {
      assertRefused(
          "format = %s: has no place for objects: choose imagefolder or webdataset"
              .formatted(format.id()),
          format,
          Labelling.USUAL);
    }
    for (OutputFormat format : List.of(OutputFormat.COCO, OutputFormat.YOLO, OutputFormat.VOC)) {
      assertRefused(
          "format = %s: holds objects, the labels are soft: choose another format"
              .formatted(format.id()),
          format,
          labels);
    }
  }

  private void assertRefused(String message, OutputFormat format, Labelling labelling)
      throws IOException {
    try (DataSet data = data()) {
      assertEquals(
          message,
          assertThrows(
                  IllegalArgumentException.class,
                  () -> job(data, format, new CutMix(1), labelling, 1))
              .getMessage());
    }
  }

  @Test
  void labelByObjectsNeedsObjects() throws IOException {
    Path photos = folder.resolve("photos");
    for (String name : List.of("ant", "bee")) {
      Files.createDirectories(photos.resolve(name));
      PictureWriter.write(
          Pixels.of(new byte[12], new Frame(2, 2), 3), photos.resolve(name + "/1.png"), null);
    }
    try (DataSet data = DataSet.open(photos)) {
      assertEquals(
          "label = objects: the data set has neither objects nor class maps; use pixels",
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      job(
                          data,
                          OutputFormat.NPY,
                          new CutMix(1),
                          new Labelling(Labelling.By.OBJECTS, Keeping.USUAL),
                          1))
              .getMessage());
      assertEquals(
          "format = coco: holds objects, the labels are class: choose another format",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> job(data, OutputFormat.COCO, new CutMix(1), Labelling.USUAL, 1))
              .getMessage());
    }
  }

  private static Labelling by(Keeping keeping) {
    return new Labelling(Labelling.By.PIXELS, keeping);
  }

  private DataSet data() throws IOException {
    return ObjectSets.random(folder.resolve("pictures"), PICTURES, STORED, 9);
  }

  private Progress run(Path out, OutputFormat format, Method method, Labelling labelling, long seed)
      throws IOException {
    try (DataSet data = data()) {
      return job(data, format, method, labelling, seed)
          .run(
              out,
              1,
              false,
              (made, _) -> assertTrue(made instanceof Sample, "every picture can be read"));
    }
  }

  private BatchJob job(
      DataSet data, OutputFormat format, Method method, Labelling labelling, long seed)
      throws IOException {
    Path pictures = folder.resolve("pictures");
    boolean needsMask = method.type().uses(Trait.MASK);
    SampleSettings samples =
        new SampleSettings(
            Policy.of(method),
            Partners.ROLL,
            Blending.SRGB,
            needsMask ? "sample:mask" : null,
            FRAME,
            Fit.COVER,
            Channels.KEEP,
            labelling,
            0,
            2,
            true,
            seed);
    Encoding encoding = format.isArray() ? Encoding.Numbers.UINT8 : new Encoding.Png();
    return new BatchJob(
        pictures,
        ReadAs.USUAL,
        data,
        new JobSettings(
            Edition.PRESENT, samples, new OutputSettings(format, encoding, false), false),
        "test");
  }
}

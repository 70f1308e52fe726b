package org.mixoscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.GifFrames;
import org.mixoscope.image.GifStream;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;

/// Clips that are read, mixed and written.
@BesideWindows
class ClipMixTest {
  private static final Frame SIZE = new Frame(24, 32);
  private static final long LIMIT = PictureReader.DEFAULT_MAX_PIXELS;

  private final SourceReader sources = new SourceReader(new PictureReader());
  private final ClipReader reader = new ClipReader(sources, 10);

  @TempDir Path folder;

  private static Pixels noise(Frame size, long seed) {
    byte[] bytes = new byte[(int) size.pixels() * 3];
    new Random(seed).nextBytes(bytes);
    return Pixels.of(bytes, size, 3);
  }

  /// A picture of a colour that moves a little each frame, which codecs keep.
  private static Pixels smooth(Frame size, int t) {
    byte[] bytes = new byte[(int) size.pixels() * 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (60 + 10 * t + 20 * (i % 3));
    }
    return Pixels.of(bytes, size, 3);
  }

  /// Frames whose names sort otherwise than their numbers.
  private Source frames(String name, int count, Frame size) throws IOException {
    Path frames = Files.createDirectory(folder.resolve(name));
    for (int t = 0; t < count; t++) {
      PictureWriter.write(
          noise(size, 100L * name.hashCode() + t), frames.resolve("f" + (t + 1) + ".png"), null);
    }
    return new Source(frames.toString(), name);
  }

  private ClipMix open(Recipe recipe, @Nullable Integer frames, int threads) throws IOException {
    return ClipMix.open(recipe, reader, ClipDepth.COMMON, frames, threads);
  }

  private static Pixels copy(Pixels pixels) {
    Pixels copy = pixels.allocateLike();
    for (long i = 0; i < pixels.elements(); i++) {
      copy.put(i, pixels.number(i));
    }
    return copy;
  }

  private List<Pixels> mixed(Recipe recipe, @Nullable Integer frames, int threads)
      throws IOException {
    List<Pixels> all = new ArrayList<>();
    try (ClipMix mix = open(recipe, frames, threads)) {
      mix.mix(pixels -> all.add(copy(pixels)));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void everyFrameIsWhatItsOwnRecipeMakesOfTheFramesThatAreShownThen(CourseType type)
      throws IOException, RecipeException {
    Source a = frames("a", 12, SIZE);
    Source b = frames("b", 12, new Frame(30, 30));
    List<Method> methods =
        List.of(new Mixup(1), new CutMix(1), new FMix(1, 3, 0, FMixField.ISOTROPIC));
    Method method = methods.stream().filter(type::suits).findFirst().orElseThrow();
    Recipe recipe = Recipe.of(method, 7, a, b).along(type);

    List<Pixels> clip = mixed(recipe, null, 1);

    assertEquals(12, clip.size());
    double share = 0;
    for (int t = 0; t < clip.size(); t++) {
      Recipe picture =
          recipe
              .at(t, 12)
              .withSources(
                  List.of(
                      new Source(a.location() + "/f" + (t + 1) + ".png", "a"),
                      new Source(b.location() + "/f" + (t + 1) + ".png", "b")));
      assertEquals(picture, RecipeText.parse(RecipeText.line(picture)));
      Inputs inputs = sources.read(picture);
      Mix mix = picture.mix(inputs);
      assertTrue(
          mix.outcome().mix(picture.blending(), inputs.sources()).sameAs(clip.get(t)),
          "frame " + t);
      share += mix.effectiveLambda() / 12;
    }
    try (ClipMix again = open(recipe, null, 1)) {
      ClipMix.Result result = again.mix(_ -> {});
      assertEquals(share, result.weights().pixels().getFirst(), 1e-12);
      assertEquals(share, result.label().getFirst(), 1e-12);
      assertEquals(12, result.frames().size());
    }
  }

  @Test
  void anyNumberOfThreadsMakesTheSameBytes() throws IOException {
    Frame large = new Frame(400, 500);
    Recipe recipe =
        Recipe.of(new Mixup(1), 3, frames("a", 2, large), frames("b", 2, large))
            .along(CourseType.FADE);
    List<Pixels> one = mixed(recipe, null, 1);
    List<Pixels> four = mixed(recipe, null, 4);
    for (int t = 0; t < 2; t++) {
      assertTrue(one.get(t).sameAs(four.get(t)));
    }
  }

  @Test
  void framesOfBAreSpreadOverThoseOfAAndThatIsSaid() throws IOException {
    Source a = frames("a", 4, SIZE);
    Source b = frames("b", 12, SIZE);
    Recipe onlyB = Recipe.of(new Mixup(1), 1, a, b).along(CourseType.ALL);
    onlyB = onlyB.with(onlyB.draw().withLambda(0));

    List<Pixels> clip = mixed(onlyB, null, 1);

    for (int t = 0; t < 4; t++) {
      // The middle one of each three.
      Path shown = Path.of(b.location(), "f" + (3 * t + 2) + ".png");
      assertTrue(new PictureReader().read(shown).pixels().sameAs(clip.get(t)), "frame " + t);
    }
    try (ClipMix mix = open(onlyB, null, 1)) {
      assertEquals(
          "B has 12 frames in 1.2 s, spread over the 4 of the mix in 0.4 s: 8 left out",
          mix.notes().getFirst().text());
    }
    try (ClipMix mix = open(onlyB.swapped(), null, 1)) {
      assertEquals(
          "B has 4 frames in 0.4 s, spread over the 12 of the mix in 1.2 s: 8 shown again",
          mix.notes().getFirst().text());
    }
  }

  @Test
  void picturesAreTheSameInAllFramesAndAloneNeedALength() throws IOException {
    PictureWriter.write(noise(SIZE, 1), folder.resolve("still.png"), null);
    Source still = new Source(folder.resolve("still.png").toString(), "still");
    Recipe stills = Recipe.of(new Mixup(1), 1, still, still).along(CourseType.FADE);

    ClipException refused = assertThrows(ClipException.class, () -> open(stills, null, 1));
    assertTrue(refused.getMessage().contains("--frames"), refused::getMessage);
    assertEquals(5, mixed(stills, 5, 1).size());

    Source moving = frames("b", 3, SIZE);
    try (ClipMix mix = open(Recipe.of(new Mixup(1), 1, still, moving), null, 1)) {
      assertEquals(3, mix.timing().frames());
      assertEquals("A is a picture: it is the same in all 3 frames", mix.notes().getFirst().text());
    }
  }

  @Test
  void sourceWithoutALabelWeighsInNoLabelOfTheClip() throws IOException {
    Source b = frames("b", 10, SIZE);
    Recipe recipe =
        Recipe.of(new CutMix(1), 5, frames("a", 10, SIZE), new Source(b.location(), ""))
            .along(CourseType.RUN);
    try (ClipMix mix = open(recipe, null, 1)) {
      ClipMix.Result result = mix.mix(_ -> {});
      assertEquals(List.of(1.0), result.label());
      assertEquals(List.of(1.0, 0.0), result.weights().label());
      assertTrue(result.weights().pixels().getLast() > 0);
    }
  }

  @Test
  void deeperFramesKeepTheirDepthWhereItCanBeWritten() throws IOException {
    Path deep = Files.createDirectory(folder.resolve("deep"));
    for (int t = 0; t < 2; t++) {
      int[] values = new Random(t).ints(SIZE.pixels(), 0, 65_536).toArray();
      PictureWriter.write(
          Pixels.of(values, SIZE, ElementType.UINT16), deep.resolve(t + ".png"), null);
    }
    Source source = new Source(deep.toString(), "deep");
    Recipe recipe = Recipe.of(new Mixup(1), 1, source, source).along(CourseType.ALL);
    assertEquals(ElementType.UINT16, mixed(recipe, null, 1).getFirst().type());
    try (ClipMix eight = ClipMix.open(recipe, reader, ClipDepth.EIGHT, null, 1)) {
      assertEquals("A is of uint16: reduced to eight bits", eight.notes().getFirst().text());
    }
  }

  @Test
  void animatedGifIsPaintedOverWhatIsThereAndKeepsItsTimes() throws IOException {
    Path file = folder.resolve("a.gif");
    try (GifStream gif = new GifStream(Files.newOutputStream(file), "{}")) {
      for (int t = 0; t < 3; t++) {
        gif.add(smooth(SIZE, t), 5 + t);
      }
    }
    GifFrames frames = GifFrames.open(file, LIMIT);
    assertEquals(List.of(5, 6, 7), frames.delays());
    assertTrue(frames.isComplete());
    for (int t = 0; t < 3; t++) {
      assertTrue(smooth(SIZE, t).sameAs(frames.next()), "frame " + t);
    }
    assertEquals(null, frames.next());

    byte[] whole = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.gif"), Arrays.copyOf(whole, whole.length - 9));
    try (Clip clip = GifClip.open(cut, LIMIT)) {
      assertEquals(2, clip.timing().frames());
      assertEquals(
          "A is cut off behind frame 2; those before it are the clip",
          clip.notes("A").getFirst().text());
    }
  }

  /// Every size of palette, and codes of every length.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16, 17, 200, 256})
  void gifOfAtMost256ColoursIsExact(int colours) throws IOException {
    Frame size = new Frame(90, 117);
    Random random = new Random(colours);
    byte[] bytes = new byte[(int) size.pixels() * 3];
    for (int i = 0; i < size.pixels(); i++) {
      int colour = random.nextInt(colours);
      bytes[3 * i] = (byte) colour;
      bytes[3 * i + 1] = (byte) (colour * 7);
    }
    Pixels frame = Pixels.of(bytes, size, 3);
    Path file = folder.resolve("few.gif");
    try (GifStream gif = new GifStream(Files.newOutputStream(file), null)) {
      gif.add(frame, 10);
      assertTrue(gif.isExact());
    }
    assertTrue(frame.sameAs(GifFrames.open(file, LIMIT).next()));
    assertTrue(frame.sameAs(new PictureReader().read(file).pixels()));
  }

  /// Frames of one pixel in a corner of a canvas of 2×1, each with another way to be disposed of.
  @Test
  void framesOfAGifAreDisposedOfAsTheySay() throws IOException {
    byte[] header = {
      'G', 'I', 'F', '8', '9', 'a', 2, 0, 1, 0, (byte) 0x80, 0, 0, 10, 10, 10, 20, 20, 20
    };
    List<byte[]> parts = new ArrayList<>(List.of(header));
    // Left pixel dark, stays; right pixel light, cleared; right dark, brought back; left light.
    parts.add(part(0, 0, 1));
    parts.add(part(1, 1, 2));
    parts.add(part(1, 0, 3));
    parts.add(part(0, 1, 0));
    parts.add(new byte[] {0x3B});
    Path file = folder.resolve("parts.gif");
    for (byte[] each : parts) {
      Files.write(
          file,
          each,
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    }
    GifFrames frames = GifFrames.open(file, LIMIT);
    List<List<Integer>> seen = new ArrayList<>();
    for (Pixels next = frames.next(); next != null; next = frames.next()) {
      seen.add(List.of((int) next.valueAt(0, 0, 0), (int) next.valueAt(0, 1, 0)));
    }
    assertEquals(
        List.of(List.of(10, 255), List.of(10, 20), List.of(10, 10), List.of(20, 255)), seen);
  }

  private static byte[] part(int left, int colour, int disposal) {
    // Clear, the colour, end: codes of three bits.
    int codes = 4 | colour << 3 | 5 << 6;
    return new byte[] {
      0x21,
      (byte) 0xF9,
      4,
      (byte) (disposal << 2),
      0,
      0,
      0,
      0,
      0x2C,
      (byte) left,
      0,
      0,
      0,
      1,
      0,
      1,
      0,
      0,
      2,
      2,
      (byte) codes,
      (byte) (codes >> 8),
      0
    };
  }

  private Path video(String name, int frames, Timing timing) throws IOException {
    List<Source> both = new ArrayList<>();
    Path stack = Files.createDirectories(folder.resolve(name + "-frames"));
    for (int t = 0; t < frames; t++) {
      PictureWriter.write(smooth(SIZE, t), stack.resolve(t + ".png"), null);
    }
    both.add(new Source(stack.toString(), "x"));
    both.add(both.getFirst());
    Recipe recipe = Recipe.of(new Mixup(1), 1, both).along(CourseType.ALL);
    Path file = folder.resolve(name);
    ClipReader paced = new ClipReader(sources, frames / timing.seconds());
    try (ClipMix mix = ClipMix.open(recipe, paced, ClipDepth.EIGHT, null, 1);
        ClipWriter writer =
            ClipWriter.open(ClipFormat.of(name).orElseThrow(), file, mix, "{\"x\": 1}")) {
      mix.mix(writer);
      writer.finish();
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource(names = {"MP4", "WEBM"})
  void videoIsReadBackFrameByFrameWithItsTimesAndItsRecipe(ClipFormat format) throws IOException {
    Path file = video("v" + format.ending(), 9, Timing.even(9, 0.6));
    assertEquals("{\"x\": 1}", ClipReader.recipe(file));
    try (Clip clip = VideoClip.open(file, LIMIT)) {
      assertEquals(SIZE, clip.frame());
      assertEquals(9, clip.timing().frames());
      assertEquals(0.6, clip.timing().seconds(), 0.005);
      assertTrue(clip.timing().isEven());
      for (int t = 0; t < 9; t++) {
        Picture next = clip.next();
        for (int channel = 0; channel < 3; channel++) {
          assertEquals(
              smooth(SIZE, t).valueAt(12, 16, channel),
              next.pixels().valueAt(12, 16, channel),
              6,
              "frame " + t);
        }
      }
      assertEquals(null, clip.next());
      assertEquals(List.of(), clip.notes("A"));
    }
  }

  @Test
  void frameThatIsReachedByPassingOthersIsTheOneThatReadingAllOfThemShows() throws IOException {
    Path file = video("passed.mp4", 9, Timing.even(9, 1));
    List<Integer> all = new ArrayList<>();
    try (Clip clip = VideoClip.open(file, LIMIT)) {
      for (Picture next = clip.next(); next != null; next = clip.next()) {
        all.add(red(next));
      }
    }
    AtomicInteger asked = new AtomicInteger();
    try (ClipFrames frames = ClipFrames.open(List.of(file.toString()), reader)) {
      for (int t : new int[] {0, 4, 8, 2}) {
        assertEquals(all.get(t), red(frames.at(t, null, () -> false).getFirst().whole()));
      }
      assertEquals(
          List.of(), frames.at(7, null, () -> asked.getAndIncrement() == 3), "at 5 overtaken");
      assertEquals(all.get(5), red(frames.at(5, null, () -> false).getFirst().whole()));
      assertEquals(all.get(6), red(frames.at(6, null, () -> false).getFirst().whole()));
    }
  }

  @Test
  void frameThatIsGlimpsedIsWholeToTheByteForWhoeverAsksEvenIfItHasPassed() throws IOException {
    Path file = video("glimpsed.mp4", 3, Timing.even(3, 1));
    Frame half = new Frame(SIZE.height() / 2, SIZE.width() / 2);
    List<String> both = List.of(file.toString(), file.toString());
    try (Clip clip = VideoClip.open(file, LIMIT);
        ClipFrames frames = ClipFrames.open(both, reader)) {
      clip.skip();
      Pixels whole = Objects.requireNonNull(clip.next()).pixels();
      ClipFrames.Place place = new ClipFrames.Place(half, Fit.COVER, 1);
      List<PassingFrame> glimpses = frames.at(1, place, () -> false);
      glimpses.getLast().letGo();
      for (PassingFrame glimpse : glimpses) {
        assertEquals(half, glimpse.seen().pixels().frame());
        assertEquals(SIZE, glimpse.seen().frame());
        assertEquals(
            whole.valueAt(12, 16, 0), glimpse.seen().pixels().valueAt(6, 8, 0), 6, "it is alike");
        assertTrue(whole.sameAs(glimpse.whole().pixels()));
      }
      assertTrue(whole.sameAs(frames.at(1, null, () -> false).getFirst().seen().pixels()));
    }
  }

  private static int red(Picture picture) {
    return (int) picture.pixels().valueAt(12, 16, 0);
  }

  @Test
  void sameMixIsTheSameVideo() throws IOException {
    byte[] one = Files.readAllBytes(video("one.mp4", 5, Timing.even(5, 1)));
    byte[] other = Files.readAllBytes(video("two.mp4", 5, Timing.even(5, 1)));
    assertEquals(-1, Arrays.mismatch(one, other));
  }

  @Test
  void filesThatAreNoClipsAreRefusedInOneLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mp4"), "No video at all. ".repeat(99));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path half = video("half.mp4", 5, Timing.even(5, 1));
    Files.write(half, Arrays.copyOf(Files.readAllBytes(half), 200));
    for (Path file : List.of(text, empty, half)) {
      ClipException refused =
          assertThrows(ClipException.class, () -> reader.open(file.toString()).close());
      assertTrue(refused.getMessage().startsWith(file + ": "), refused::getMessage);
      assertFalse(refused.getMessage().contains("\n"));
    }
  }

  @Test
  void nothingIsLeftOfAClipThatWasNotFinished() throws IOException {
    Source source = frames("a", 3, SIZE);
    Recipe recipe = Recipe.of(new Mixup(1), 1, source, source).along(CourseType.ALL);
    for (ClipFormat format : ClipFormat.values()) {
      if (format.isNifti()) {
        continue; // of grey
      }
      Path file = folder.resolve("unfinished" + format.ending());
      try (ClipMix mix = open(recipe, null, 1);
          ClipWriter writer = ClipWriter.open(format, file, mix, "{}")) {
        writer.add(noise(SIZE, 1));
      }
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("a")), files.toList());
    }
  }
}

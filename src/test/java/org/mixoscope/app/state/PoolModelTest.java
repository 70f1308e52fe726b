package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.PictureFolders;
import org.mixoscope.app.Screens;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.dataset.FolderReason;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

@BesideWindows
class PoolModelTest {
  private final MixModel model = Screens.model();
  private final PoolModel pool = new PoolModel(model, TaskRunner.inline());

  @TempDir Path root;

  @BeforeEach
  void fill() throws Exception {
    PictureFolders.of(root, 4);
  }

  @Test
  void softLabelsOfADataSetAreMixedAsTheyAre() throws IOException {
    Path table = root.resolve("soft.jsonl");
    Files.writeString(
        table,
        """
        {"path":"a.png","label":{"cat":0.75,"dog":0.25}}
        {"path":"b.png","label":{"dog":1.0}}
        """);
    try (Stream<Path> all = Files.walk(root)) {
      Path picture = all.filter(file -> file.toString().endsWith(".png")).findFirst().orElseThrow();
      Files.copy(picture, root.resolve("a.png"));
      Files.copy(picture, root.resolve("b.png"));
    }

    pool.open(table);
    model.choose(MethodType.of("mixup"));
    model.editDraw(d -> d.withLambda(0.6));

    assertEquals(Map.of("cat", 0.75, "dog", 0.25), model.recipe().sources().getFirst().soft());
    assertEquals(Map.of(), model.recipe().sources().get(1).soft());
    assertEquals(List.of("cat", "dog"), model.mix().classes());
    assertEquals(0.45, model.mix().label().getFirst(), 1e-12);
    assertEquals(0.55, model.mix().label().getLast(), 1e-12);
  }

  /// Both at once: together they are more than one.
  @Test
  void severalClassesAtOnceAreMixedAsTheyAre() throws IOException {
    Path table = root.resolve("many.jsonl");
    Files.writeString(
        table,
        """
        {"path":"a.png","label":["cat","dog"]}
        {"path":"b.png","label":["dog"]}
        """);
    try (Stream<Path> all = Files.walk(root)) {
      Path picture = all.filter(file -> file.toString().endsWith(".png")).findFirst().orElseThrow();
      Files.copy(picture, root.resolve("a.png"));
      Files.copy(picture, root.resolve("b.png"));
    }

    pool.open(table);

    assertEquals(Map.of("cat", 1.0, "dog", 1.0), model.recipe().sources().getFirst().soft());
    assertEquals(Map.of(), model.recipe().sources().get(1).soft());
    assertEquals(List.of("cat", "dog"), model.mix().classes());
    assertEquals(model.mix().labelWeights().getFirst(), model.mix().label().getFirst(), 1e-12);
    assertEquals(1, model.mix().label().getLast(), 1e-12);
  }

  @Test
  void openingShowsTheFirstPairInOneStepThatCanBeUndone() {
    List<Source> before = model.recipe().sources();
    pool.open(root);
    assertEquals("astronaut-000.png", name(0));
    assertEquals("astronaut", model.recipe().sources().getFirst().className());
    assertEquals(pool.pool().group(42, 0, 2), model.recipe().sources());
    assertEquals(24, pool.positionProperty().get().size());
    assertTrue(pool.positionProperty().get().group());
    assertNotNull(model.mix());
    model.history().undo();
    assertEquals(before, model.recipe().sources());
    assertEquals(-1, pool.positionProperty().get().of(0));
    assertFalse(model.history().canUndoProperty().get());
  }

  @Test
  void stepsGoThroughTheFolderAndRound() {
    pool.open(root);
    pool.step(1);
    assertEquals("astronaut-001.png", name(0));
    assertEquals(1, pool.positionProperty().get().of(0));
    pool.step(-1);
    pool.step(-1);
    assertEquals("rocket-003.png", name(0));
    pool.step(1);
    assertEquals(pool.pool().group(42, 0, 2), model.recipe().sources());
    model.history().undo();
    assertEquals("rocket-003.png", name(0), "undo goes back in the folder");
    assertEquals(23, pool.positionProperty().get().of(0));
  }

  /// COCO's file beside the pictures, in the form that people get it.
  @Test
  void picturesOfADataSetBringWhatIsWhereInThem() throws IOException {
    Path file = coco();

    pool.open(file);

    List<Source> sources = model.recipe().sources();
    assertEquals(2, pool.positionProperty().get().size());
    assertEquals("dog", sources.getFirst().className());
    assertEquals(file.toString(), sources.getFirst().annotation());
    assertNotNull(model.mix());
    Prepared prepared = model.pictures().prepared();
    assertNotNull(prepared);
    assertNotNull(prepared.marks());
    assertEquals(List.of("dog"), prepared.marks().names());
    model.history().undo();
    assertNull(model.recipe().sources().getFirst().annotation());
    pool.open(root);
    assertEquals(List.of(file.toString(), file.toString()), annotations(), "the folder holds it");
  }

  @Test
  void aFolderOfWhichTheTableIsBrokenIsOpenedAsItIsAndThatIsSaid() throws IOException {
    Files.writeString(root.resolve("metadata.jsonl"), "{");

    pool.open(root);

    assertEquals(24, pool.positionProperty().get().size());
    assertNotNull(pool.problemProperty().get());
    pool.open(root.resolve("metadata.jsonl"));
    assertEquals(24, pool.positionProperty().get().size(), "what was open stays");
    assertNull(pool.openingProperty().get());
  }

  private List<@Nullable String> annotations() {
    return model.recipe().sources().stream().<@Nullable String>map(Source::annotation).toList();
  }

  private Path coco() throws IOException {
    List<Path> two;
    try (Stream<Path> all = Files.walk(root)) {
      two = all.filter(file -> file.toString().endsWith("000.png")).sorted().limit(2).toList();
    }
    String images =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    "{\"id\":%d,\"file_name\":\"%s\"}"
                        .formatted(i, root.relativize(two.get(i)).toString().replace('\\', '/')))
            .collect(Collectors.joining(","));
    return Files.writeString(
        root.resolve("instances.json"),
        """
        {"images":[%s],"categories":[{"id":7,"name":"dog"}],"annotations":[
        {"id":1,"image_id":0,"category_id":7,"bbox":[2,2,9,9]},
        {"id":2,"image_id":1,"category_id":7,"bbox":[1,2,8,9]}]}
        """
            .formatted(images));
  }

  @Test
  void oneSideAloneLeavesTheOther() {
    pool.open(root);
    Source a = model.recipe().sources().getFirst();
    int b = pool.positionProperty().get().of(1);
    pool.step(1, 1);
    assertEquals(a, model.recipe().sources().getFirst());
    assertEquals((b + 1) % 24, pool.positionProperty().get().of(1));
    assertFalse(pool.positionProperty().get().group());
    pool.put(0, 17);
    assertEquals(17, pool.positionProperty().get().of(0));
  }

  @Test
  void aMixOfFourTakesFour() {
    model.choose(MethodType.of("mosaic"));
    model.sources().addSample();
    model.sources().addSample();
    pool.open(root);
    assertEquals(pool.pool().group(42, 0, 4), model.recipe().sources());
  }

  @Test
  void theSameSeedGivesTheSameRandomPairs() {
    pool.open(root);
    List<List<Source>> first = randomPairs(pool, model);
    MixModel again = Screens.model();
    PoolModel other = new PoolModel(again, TaskRunner.inline());
    other.open(root);
    assertEquals(first, randomPairs(other, again));
    assertTrue(first.stream().distinct().count() > 5);
    again.edit(r -> r.seeded(7));
    assertNotEquals(first, randomPairs(other, again));
  }

  private static List<List<Source>> randomPairs(PoolModel pool, MixModel model) {
    List<List<Source>> pairs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pool.random();
      pairs.add(model.recipe().sources());
    }
    return pairs;
  }

  @Test
  void aFileThatIsGoneIsExplainedOnItsPaneAndPassed() throws Exception {
    pool.open(root);
    Files.delete(root.resolve("astronaut/astronaut-001.png"));
    Source before = model.recipe().sources().getFirst();
    pool.step(0, 1);
    assertEquals(before, model.recipe().sources().getFirst(), "the picture before stays");
    assertEquals(Kind.MISSING, problem(0).kind());
    assertNotNull(model.pictures().slotProperty(0).get().loaded());
    assertEquals(1, pool.positionProperty().get().of(0));
    pool.step(0, 1);
    assertEquals("astronaut-002.png", name(0));
    assertNull(model.pictures().slotProperty(0).get().problem());
  }

  @Test
  void ofAPairTheOneThatCanBeReadIsTaken() throws Exception {
    pool.open(root);
    List<Source> next = pool.pool().group(42, 1, 2);
    Source before = model.recipe().sources().getFirst();
    Files.writeString(Path.of(next.getFirst().location()), "no picture");
    pool.step(1);
    assertEquals(List.of(before, next.getLast()), model.recipe().sources());
    assertEquals(Kind.NOT_AN_IMAGE, problem(0).kind());
    pool.step(1);
    assertEquals(pool.pool().group(42, 2, 2), model.recipe().sources());
    assertNull(model.pictures().slotProperty(0).get().problem());
  }

  @Test
  void aWorkerThatIsLateKeepsTheMessageOnThePane() throws Exception {
    Screens.Held held = new Screens.Held();
    MixModel slow = new MixModel(Screens.recipe(new CutMix(1)), new PictureCache(), held);
    finish(held);
    Path gone = root.resolve("gone.png");
    Path there = root.resolve("cat/cat-000.png");
    slow.pictures().open(Map.of(0, Source.of(gone), 1, Source.of(there)));
    finish(held);
    assertEquals("sample:cat", slow.recipe().sources().getFirst().location());
    assertEquals(there.toString(), slow.recipe().sources().getLast().location());
    PictureException reason = slow.pictures().slotProperty(0).get().problem();
    assertNotNull(reason);
    assertEquals(Kind.MISSING, reason.kind());
  }

  @Test
  void whatIsAskedForLastWins() {
    Screens.Held held = new Screens.Held();
    MixModel slow = new MixModel(Screens.recipe(new CutMix(1)), new PictureCache(), held);
    PoolModel slowPool = new PoolModel(slow, held);
    slowPool.open(root);
    finish(held);
    for (int i = 0; i < 5; i++) {
      slowPool.step(1);
    }
    assertEquals(5, slowPool.positionProperty().get().of(0), "keys are counted while it loads");
    finish(held);
    assertEquals(slowPool.pool().group(42, 5, 2), slow.recipe().sources());
    slow.history().undo();
    assertEquals(slowPool.pool().group(42, 0, 2), slow.recipe().sources(), "one step");
  }

  @Test
  void nothingIsPairedBeforeAllIsListed() {
    Screens.Held held = new Screens.Held();
    MixModel slow = new MixModel(Screens.recipe(new CutMix(1)), new PictureCache(), held);
    finish(held);
    Recipe before = slow.recipe();
    PoolModel slowPool = new PoolModel(slow, held);
    slowPool.open(root);
    assertEquals(root, slowPool.openingProperty().get());
    held.waiting.removeFirst().run();
    assertEquals(root, slowPool.openingProperty().get(), "it is no data set");
    held.waiting.removeFirst().run();
    assertNull(slowPool.openingProperty().get());
    assertFalse(slowPool.isComplete());
    slowPool.step(1);
    slowPool.random();
    assertEquals(1, held.waiting.size(), "only the listing goes on");
    slowPool.put(1, 3);
    finish(held);
    assertTrue(slowPool.isComplete());
    assertEquals(before.sources().getFirst(), slow.recipe().sources().getFirst());
    assertEquals("astronaut-003.png", name(slow, 1), "what was chosen meanwhile stays");
  }

  @Test
  void aFolderWithoutPicturesLeavesTheOneBefore() throws Exception {
    pool.open(root);
    pool.open(Files.createDirectory(root.resolve("empty")));
    assertEquals(
        FolderReason.EMPTY,
        assertInstanceOf(FolderException.class, pool.problemProperty().get()).objection().reason());
    assertEquals(24, pool.pool().size());
    pool.dismiss();
    assertNull(pool.problemProperty().get());
    pool.open(root.resolve("nowhere"));
    assertEquals(
        FolderReason.MISSING,
        assertInstanceOf(FolderException.class, pool.problemProperty().get()).objection().reason());
  }

  @Test
  void withoutAFolderTheSamplesArePaired() {
    pool.random();
    assertEquals(2, model.recipe().sources().stream().distinct().count());
    assertTrue(pool.positionProperty().get().group());
    pool.open(root);
    pool.close();
    assertEquals(Sample.POOL, pool.pool());
    assertEquals("astronaut-000.png", name(0), "the pictures stay");
    pool.step(1);
    assertEquals("sample:cat", model.recipe().sources().getFirst().location());
  }

  private PictureException problem(int k) {
    PictureException problem = model.pictures().slotProperty(k).get().problem();
    assertNotNull(problem);
    return problem;
  }

  private String name(int k) {
    return name(model, k);
  }

  private static String name(MixModel model, int k) {
    return Path.of(model.recipe().sources().get(k).location()).getFileName().toString();
  }

  private static void finish(Screens.Held held) {
    while (!held.waiting.isEmpty()) {
      held.waiting.removeFirst().run();
    }
  }
}

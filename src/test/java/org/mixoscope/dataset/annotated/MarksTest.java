package org.mixoscope.dataset.annotated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;

class MarksTest {
  private static final Frame FRAME = new Frame(2, 3);

  @Test
  void classesOfTheSameNameAreOneClass() throws PictureException {
    Marks marks =
        marks(objects(List.of("cat", "dog"), 1, 0), objects(List.of("bird", "cat"), 0, 1));

    // In the order of both: ClassMix tells the classes of objects by it.
    assertEquals(List.of("bird", "cat", "dog"), marks.names());
    assertEquals(List.of(2, 1), categories(marks.targets().get(0)));
    assertEquals(List.of(0, 1), categories(marks.targets().get(1)));
    assertEquals(List.of(true, true), marks.known());
  }

  @Test
  void aPictureOfWhichNothingIsKnownHasNoObjects() throws PictureException {
    Marks marks = marks(null, objects(List.of("cat"), 0));

    assertEquals(List.of(), categories(marks.targets().getFirst()));
    assertEquals(List.of(false, true), marks.known());
  }

  @Test
  void ofMapsPixelsOfNobodyStayThatAndOthersFollowTheNames() throws PictureException {
    Marks marks =
        marks(
            map(List.of("road", "sky"), 0, 1, 1, 0, 255, 0),
            map(List.of("sky", "car"), 1, 0, 255, 0, 0, 0),
            null);

    assertEquals(List.of("road", "sky", "car"), marks.names());
    assertEquals(List.of(0, 1, 1, 0, 255, 0), indices(marks.targets().get(0)));
    assertEquals(List.of(2, 1, 255, 1, 1, 1), indices(marks.targets().get(1)));
    assertEquals(List.of(255, 255, 255, 255, 255, 255), indices(marks.targets().get(2)));
  }

  @Test
  void moreClassesThanBytesHaveTakeSixteenBits() throws PictureException {
    List<String> many = IntStream.range(0, 200).mapToObj(i -> "a" + i).toList();
    List<String> more = IntStream.range(0, 100).mapToObj(i -> "b" + i).toList();

    Marks marks = marks(map(many, 199, 255, 0, 0, 0, 0), map(more, 99, 255, 0, 0, 0, 0));

    assertEquals(List.of(199, 65535, 0, 0, 0, 0), indices(marks.targets().get(0)));
    assertEquals(List.of(299, 65535, 200, 200, 200, 200), indices(marks.targets().get(1)));
  }

  @Test
  void aMapDoesNotGoWithObjectsAndNothingIsNothing() throws PictureException {
    assertNull(found(map(List.of("a"), 0, 0, 0, 0, 0, 0), objects(List.of("a"), 0)));
    assertNull(found(null, null));
  }

  @Test
  void aPreviewHasThemWhereItsPixelsAre() throws PictureException {
    Marks marks = marks(objects(List.of("cat"), 0)).stretched(FRAME, new Frame(4, 6));

    Objects objects = assertInstanceOf(Objects.class, marks.targets().getFirst());
    assertEquals(new Edges(0, 0, 4, 2), objects.instances().getFirst().box());
    assertEquals(new Frame(4, 6), objects.frame());
  }

  private static Marks marks(@Nullable Markings... all) throws PictureException {
    Marks found = found(all);
    assertNotNull(found);
    return found;
  }

  private static @Nullable Marks found(@Nullable Markings... all) throws PictureException {
    Origin origin = Origin.of(FRAME, Turn.UPRIGHT);
    return Marks.of(Stream.of(all).map(one -> new Marks.Picture(one, origin)).toList(), FRAME);
  }

  private static Markings objects(List<String> names, int... categories) {
    Outline box = new Outline.Rectangle(new Edges(0, 0, 2, 1));
    return new Markings.OfObjects(
        names,
        new Annotation(
            FRAME,
            false,
            IntStream.of(categories).mapToObj(c -> new Marked(c, box, false)).toList()),
        "a.jpg");
  }

  private static Markings map(List<String> names, int... indices) {
    byte[] bytes = new byte[indices.length];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) indices[i]);
    ClassMap map = ClassMap.of(Pixels.of(bytes, FRAME, 1));
    return new Markings() {
      @Override
      public List<String> names() {
        return names;
      }

      @Override
      public Target target(Origin origin, Frame to) {
        return map;
      }
    };
  }

  private static List<Integer> categories(Target target) {
    return assertInstanceOf(Objects.class, target).instances().stream()
        .map(Instance::category)
        .toList();
  }

  private static List<Integer> indices(Target target) {
    Pixels map = assertInstanceOf(ClassMap.class, target).indices();
    return IntStream.range(0, (int) map.elements()).mapToObj(i -> (int) map.element(i)).toList();
  }
}

package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.RandomStreams;

/// What methods say of themselves is true of them.
class MethodTypeTest {
  @Test
  void everyMethodIsInTheCatalogue() {
    Set<Class<?>> known =
        MethodType.all().stream().map(t -> t.initial().getClass()).collect(Collectors.toSet());

    assertEquals(leaves(Method.class).collect(Collectors.toSet()), known);
  }

  @Test
  void namesAreUnique() {
    assertEquals(
        MethodType.all().size(), MethodType.all().stream().map(MethodType::id).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("types")
  void methodIsMadeAgainFromItsSettings(MethodType type) {
    Method method = type.initial();

    assertEquals(method, type.make(method.settings()));
    assertEquals(type, method.type());
    assertEquals(type, MethodType.of(type.id()));
    assertEquals(
        Set.copyOf(type.parameters()),
        method.settings().values().keySet(),
        "all parameters are settings");
    assertEquals(method, type.like(method));
  }

  @Test
  void whatHasAnotherRangeElsewhereIsNotTakenOver() {
    Parameter.Whole few = new Parameter.Whole("pieces", "m", 4, 2, 8);
    MethodType narrow =
        new MethodType("narrow", 2, Set.of(), List.of(few), s -> new PieceMix(1, s.get(few)));

    assertEquals(new PieceMix(1, 8), narrow.like(new PieceMix(0.3, 8)));
    assertEquals(new PieceMix(1, 4), narrow.like(new PieceMix(0.3, 9)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyValueIsReadBackFromItsText(MethodType type) {
    type.parameters().forEach(MethodTypeTest::checkText);
  }

  @ParameterizedTest
  @MethodSource("types")
  void boxTraitMeansABoxMethod(MethodType type) {
    assertEquals(type.uses(Trait.BOX), type.initial() instanceof BoxMethod);
  }

  @ParameterizedTest
  @MethodSource("typesWithAPoint")
  void pointTraitMeansAPositionAndNoBox(MethodType type) {
    assertTrue(type.uses(Trait.POSITION) && !type.uses(Trait.BOX));
  }

  @ParameterizedTest
  @MethodSource("types")
  void drawHasAWeightForEverySourceThatIsMixed(MethodType type) {
    for (int k = 2; k <= MethodType.MOST_SOURCES; k++) {
      assertEquals(
          type.weights(k),
          type.initial().draw(RandomStreams.of(3, 0, k), k).weights().size(),
          type.id());
    }
  }

  static Stream<MethodType> types() {
    return MethodType.all().stream();
  }

  static Stream<MethodType> typesWithAPoint() {
    return types().filter(type -> type.uses(Trait.POINT));
  }

  private static <T> void checkText(Parameter<T> parameter) {
    assertEquals(
        parameter.initial(),
        parameter.parse(parameter.format(parameter.initial())),
        parameter.id());
    assertTrue(parameter.accepts(parameter.initial()));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MethodTypeTest::leaves)
        : Stream.of(type);
  }
}

package org.mixoscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mixoscope.dataset.Sample;
import org.mixoscope.recipe.Source;

/// Samples are called in the reader's language, and nothing else is.
class ClassNamesTest {
  static final List<Sample> SAMPLES = Sample.ALL;

  private static final Words CHINESE = new Words(Locale.CHINESE);

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void everySampleHasANameInEveryLanguage(Sample sample) {
    List<Source> sources = List.of(sample.source());
    assertEquals(
        sample.name(), new ClassNames(new Words(Locale.ENGLISH), sources).of(sample.name()));
    assertNotEquals(sample.name(), new ClassNames(CHINESE, sources).of(sample.name()));
  }

  @Test
  void pictureOfSomebodyElseKeepsItsClass() {
    Source cat = new Sample("cat").source();
    Source own = new Source("pictures/1.png", "cat");
    assertEquals(
        List.of("猫", "dog"), new ClassNames(CHINESE, List.of(cat)).of(List.of("cat", "dog")));
    assertEquals("cat", new ClassNames(CHINESE, List.of(own)).of("cat"));
    assertEquals("cat", new ClassNames(CHINESE, List.of(cat, own)).of("cat"));
  }

  @Test
  void sampleOfAnotherClassIsCalledByThat() {
    List<Source> sources = List.of(new Sample("cat").source().withClassName("coffee"));
    assertEquals("coffee", new ClassNames(CHINESE, sources).of("coffee"));
  }
}

package org.mixoscope.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.recipe.Source;

class SampleTest {
  private final SourceReader reader = new SourceReader(new PictureReader());

  /// As the README beside the pictures says.
  @ParameterizedTest
  @CsvSource({
    "cat, 451, 300",
    "coffee, 600, 400",
    "astronaut, 512, 512",
    "rocket, 640, 427",
    "retina, 1024, 1024",
    "galaxies, 1000, 872"
  })
  void pictureHasTheSizeInItsReadme(String name, int width, int height) throws PictureException {
    Sample sample = new Sample(name);

    Pixels pixels = reader.read(sample.location()).pixels();

    assertTrue(Sample.ALL.contains(sample));
    assertEquals(new Frame(height, width), pixels.frame());
    assertEquals(3, pixels.channels());
  }

  @Test
  void thereAreSixAndTheFirstTwoAreTheCatAndTheCoffee() {
    assertEquals(6, Sample.ALL.stream().map(Sample::name).collect(Collectors.toSet()).size());
    assertEquals(List.of("cat", "coffee"), Sample.ALL.stream().map(Sample::name).limit(2).toList());
  }

  @Test
  void sampleIsASourceLabelledWithItsName() {
    for (Sample sample : Sample.ALL) {
      assertEquals(new Source("sample:" + sample.name(), sample.name()), sample.source());
      assertEquals(Optional.of(sample), Sample.at(sample.source().location()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "cat", "sample:", "sample:dog", "Sample:cat", "sample:cat ", "sample:mask"})
  void otherLocationsAreNoSamples(String location) {
    assertEquals(Optional.empty(), Sample.at(location));
  }

  @ParameterizedTest
  @CsvSource({
    "cat, cat",
    "coffee, coffee spoon",
    "astronaut, astronaut helmet rocket",
    "rocket, rocket"
  })
  void objectsOfMostSamplesAreKnown(String name, String classes) throws PictureException {
    Sample sample = new Sample(name);

    Markings found = reader.markings(sample.location(), Sample.OBJECTS);

    assertNotNull(found);
    Picture picture = reader.read(sample.location());
    Frame frame = picture.pixels().frame();
    Objects objects = assertInstanceOf(Objects.class, found.target(picture.origin(), frame));
    assertEquals(
        classes,
        objects.instances().stream()
            .map(one -> found.names().get(one.category()))
            .collect(Collectors.joining(" ")));
    assertTrue(sample.hasObjects());
    assertEquals(0, objects.gone());
    for (Instance one : objects.instances()) {
      assertNotNull(one.mask());
    }
  }

  @Test
  void ofOtherSamplesNoObjectsAreKnown() {
    assertFalse(new Sample("galaxies").hasObjects());
    assertThrows(PictureException.class, () -> reader.markings("sample:galaxies", Sample.OBJECTS));
  }

  @Test
  void maskIsOneChannelWhiteInTheMiddleBlackAtTheBorderAndSoftBetween() throws PictureException {
    Pixels mask = reader.readMask(Sample.MASK);

    assertEquals(new Frame(256, 256), mask.frame());
    assertEquals(1, mask.channels());
    assertEquals(255, mask.valueAt(128, 128, 0));
    assertEquals(0, mask.valueAt(0, 0, 0));
    Set<Float> values = new HashSet<>();
    for (int x = 0; x < 256; x++) {
      values.add(mask.valueAt(128, x, 0));
    }
    assertTrue(values.size() > 10, values::toString);
  }
}

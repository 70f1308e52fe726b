package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.method.CutMix;

class ReferenceTest {
  private static final String DIGITS = "ba7816bf8f01cfea414140de5dae2223";
  private static final Reference CUP =
      new Reference("../data/cup # 1.jpg", new Fingerprint(1234, DIGITS));
  private static final Reference MASK = new Reference("blob.png", new Fingerprint(0, DIGITS));
  private static final Recipe RECIPE =
      Recipe.of(new CutMix(1), 3, Recipes.CAT, new Source(CUP.location(), "cup"))
          .withMask(MASK.location());

  /// FIPS 180-2, the message abc.
  @Test
  void aFingerprintIsTheBeginningOfSha256() throws IOException {
    byte[] abc = {'a', 'b', 'c'};

    assertEquals(new Fingerprint(3, DIGITS), Fingerprint.of(new ByteArrayInputStream(abc)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat.png", "a:b/c.png", "sub/shard.tar#x/1.png", "猫\n.png", " "})
  void aReferenceComesBackFromItsLocation(String path) {
    assertEquals(
        path.isBlank() ? Optional.empty() : Optional.of(path),
        Reference.at("sha256:" + DIGITS + ":17:" + path).map(Reference::path));
    if (!path.isBlank()) {
      Reference reference = new Reference(path, new Fingerprint(17, DIGITS));
      assertEquals(Optional.of(reference), Reference.at(reference.location()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat.png", "sample:cat", "sha256:cat.png", "/sha256:0:1:x", ""})
  void otherLocationsAreNone(String location) {
    assertEquals(Optional.empty(), Reference.at(location));
  }

  @Test
  void itsNameIsTheEndOfItsPath() {
    assertEquals("cup # 1.jpg", CUP.name());
    assertEquals("blob.png", MASK.name());
  }

  @Test
  void jsonSaysInFieldsWhatItIs() throws RecipeException {
    String json = RecipeText.json(RECIPE).replace("\r\n", "\n");

    assertTrue(
        json.contains(
            """
              "sources" : [ {
                "image" : "sample:cat",
                "class" : "cat"
              }, {
                "image" : "../data/cup # 1.jpg",
                "bytes" : 1234,
                "sha256" : "%s",
                "class" : "cup"
              } ],
              "mask" : {
                "image" : "blob.png",
                "bytes" : 0,
                "sha256" : "%s"
              },
            """
                .formatted(DIGITS, DIGITS)
                .indent(2)
                .replaceAll("(?m)^  ", "")),
        json);
    assertEquals(RECIPE, RecipeText.parse(json));
    assertEquals(RECIPE, RecipeText.parse(RecipeText.line(RECIPE)));
    assertTrue(RecipeText.line(RECIPE).length() < 500, "short enough to send");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bytes\" : 1234 | \"bytes\" : -1 | recipe: bytes = -1: must be at least 0",
        "\"bytes\" : 1234, || recipe: sources[1].bytes is missing: must be a whole number",
        "ba78 | BA78 | sha256 = BA7816bf8f01cfea414140de5dae2223: must be its first 32",
        "../data/cup # 1.jpg | ' ' | recipe: source: needs a file or sample",
        "\"sha256\" | \"sha512\" | recipe: sources[1].bytes: not a known field"
      })
  void whatIsWrongIsNamed(String right, String wrong, String message) {
    String json = RecipeText.json(RECIPE.withMask(null));
    String broken = json.replace(right, wrong == null ? "" : wrong);

    RecipeException refused = assertThrows(RecipeException.class, () -> RecipeText.parse(broken));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @Test
  void annotationsTravelAsPicturesDo() throws RecipeException {
    Recipe marked = RECIPE.with(1, RECIPE.sources().get(1).withAnnotation(MASK.location()));
    String json = RecipeText.json(marked).replace("\r\n", "\n");

    assertTrue(
        json.contains(
            """
                "class" : "cup",
                "annotation" : {
                  "image" : "blob.png",
                  "bytes" : 0,
                  "sha256" : "%s"
                }
              } ],
            """
                .formatted(DIGITS)),
        json);
    assertEquals(marked, RecipeText.parse(json));
    assertEquals(
        "x/" + MASK.location(), marked.moved(at -> "x/" + at).sources().get(1).annotation());
  }

  @Test
  void picturesThatAreMovedKeepClassesAndDraw() {
    Recipe moved = RECIPE.moved(location -> "x/" + location);

    assertEquals(
        List.of(new Source("x/sample:cat", "cat"), new Source("x/" + CUP.location(), "cup")),
        moved.sources());
    assertEquals("x/" + MASK.location(), moved.mask());
    assertEquals(RECIPE.draw(), moved.draw());
    assertEquals(RECIPE, moved.moved(location -> location.substring(2)));
    assertFalse(moved.equals(RECIPE));
  }
}

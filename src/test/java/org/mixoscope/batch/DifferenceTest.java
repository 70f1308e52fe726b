package org.mixoscope.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.recipe.JsonText;

class DifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1}              | {"a":2}              | a         | 1, now 2
          {"a":1,"b":"x"}      | {"a":1,"b":"y"}      | b         | "x", now "y"
          {"a":1}              | {"a":1,"b":{"c":3}}  | b         | none, now {"c":3}
          {"a":1,"b":[1]}      | {"a":1}              | b         | [1], now none
          {"a":[{"b":{"c":1}}]}| {"a":[{"b":{"c":2}}]}| a[0].b.c  | 1, now 2
          {"a":[1,2,3]}        | {"a":[1,4,5]}        | a[1]      | 2, now 4
          {"a":[1,2]}          | {"a":[1]}            | a         | [1,2], now [1]
          {"a":{"b":1}}        | {"a":1}              | a         | {"b":1}, now 1
          {"a":1.0}            | {"a":1}              | a         | 1.0, now 1
          """)
  void theFirstFieldThatDiffersIsNamed(String before, String now, String path, String values) {
    Difference difference = Difference.between(JsonText.parse(before), JsonText.parse(now));

    assertNotNull(difference);
    assertEquals(path, difference.path());
    assertEquals(values, difference.values().text());
  }

  @Test
  void theOrderOfFieldsHasNoSay() {
    assertNull(
        Difference.between(
            JsonText.parse("{\"a\":1,\"b\":[{}]}"), JsonText.parse("{\"b\":[{}],\"a\":1}")));
  }

  @Test
  void longValuesAreCut() {
    Difference difference =
        Difference.between(
            JsonText.parse("[\"" + "a".repeat(50) + "\"]"), JsonText.parse("[\"b\"]"));

    assertNotNull(difference);
    assertEquals("\"" + "a".repeat(39) + "…, now \"b\"", difference.values().text());
  }
}

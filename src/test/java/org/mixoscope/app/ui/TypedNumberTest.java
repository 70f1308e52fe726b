package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.RefusedException;

class TypedNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"0.5 0.5", "0,5 0.5", "０．５ 0.5", "０，５ 0.5", ".5 0.5", "5 5", "+1e-3 0.001"})
  void takesAPointACommaAndWideDigits(String typed, double value) {
    assertEquals(value, TypedNumber.of(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1,000.5", "0x1p3", "1d", "NaN", "Infinity", "1 2", "--1"})
  void whatIsNoNumberIsRefusedByName(String typed) {
    RefusedException refused = assertThrows(RefusedException.class, () -> TypedNumber.of(typed));
    assertEquals(TypedReason.NO_NUMBER.of(typed), refused.objection());
  }

  @Test
  void theEndsOfARangeBelongToItOrNot() {
    List<Double> taken = new ArrayList<>();
    refuses(TypedNumber.upTo(1, taken::add), "1.01", TypedReason.NOT_WITHIN);
    refuses(TypedNumber.upTo(1, taken::add), "-0.01", TypedReason.NOT_WITHIN);
    refuses(TypedNumber.below(1, taken::add), "1", TypedReason.NOT_BELOW);
    refuses(TypedNumber.above0(taken::add), "0", TypedReason.NOT_POSITIVE);
    refuses(TypedNumber.above0(taken::add), "1e999", TypedReason.NOT_POSITIVE);
    assertEquals(List.of(), taken);
    TypedNumber.upTo(1, taken::add).accept("1");
    TypedNumber.below(1, taken::add).accept("0,999");
    TypedNumber.above0(taken::add).accept("1e-9");
    assertEquals(List.of(1.0, 0.999, 1e-9), taken);
  }

  @Test
  void wholeNumbersHaveNoPoint() {
    List<Long> taken = new ArrayList<>();
    Consumer<String> field = TypedNumber.whole(1, 100, taken::add);
    refuses(field, "2.5", TypedReason.NOT_WHOLE);
    refuses(field, "9".repeat(30), TypedReason.NOT_WHOLE);
    refuses(field, "101", TypedReason.NOT_WHOLE_WITHIN);
    field.accept("４２");
    assertEquals(List.of(42L), taken);
  }

  private static void refuses(Consumer<String> field, String typed, TypedReason why) {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> field.accept(typed), typed);
    assertEquals(
        "typed." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        refused.objection().key());
  }
}

package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectionTest {
  private static final Objection POSITIVE = KernelReason.NOT_POSITIVE.of("alpha", -1.0);

  @Test
  void itIsAKeyDetailsAndAnEnglishSentence() {
    assertEquals("kernel.not-positive", POSITIVE.key());
    assertEquals(List.of("alpha", "-1.0"), POSITIVE.details());
    assertEquals("alpha = -1.0: must be above 0 and finite", POSITIVE.text());
  }

  @Test
  void oneCanBeAPartOfAnother() {
    Objection whole = KernelReason.OTHER.of(POSITIVE);
    assertEquals(List.of(POSITIVE), whole.details());
    assertEquals(POSITIVE.text(), whole.text());
  }

  @Test
  void exceptionsCarryIt() {
    RefusedException refused = new RefusedException(POSITIVE);
    assertEquals(POSITIVE.text(), refused.getMessage());
    assertEquals(POSITIVE, Objection.of(refused));
    Objection other = Objection.of(new IllegalArgumentException("plane = 3: too short"));
    assertEquals("plane = 3: too short", other.text());
    assertEquals(KernelReason.OTHER, other.reason());
  }

  /// A cluster sends what went wrong from one machine to another.
  @Test
  void itTravelsWithItsException() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new RefusedException(KernelReason.OTHER.of(POSITIVE)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RefusedException read = (RefusedException) in.readObject();
      assertEquals(KernelReason.OTHER.of(POSITIVE), read.objection());
    }
  }
}

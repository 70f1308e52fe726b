package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoosersTest {
  @ParameterizedTest
  @EnumSource
  void everyDialogHasATitleInBothLanguages(Choosers.Asked what) {
    String english = new Choosers(new Messages(Language.ENGLISH)).file(what).getTitle();
    Choosers chinese = new Choosers(new Messages(Language.CHINESE));
    assertFalse(english.isBlank());
    assertFalse(chinese.file(what).getTitle().isBlank());
    assertFalse(english.equals(chinese.file(what).getTitle()));
    assertEquals(chinese.file(what).getTitle(), chinese.folder(what).getTitle());
  }
}

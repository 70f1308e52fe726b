package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {
  @Test
  void theManualSaysTheSameInBothLanguages() throws Exception {
    String manual =
        Files.readString(Path.of("src/site/markdown/glossary.md"), StandardCharsets.UTF_8);
    for (Language language : Language.values()) {
      Messages messages = new Messages(language);
      assertTrue(
          Glossary.paragraphs(messages).allMatch(manual::contains),
          () ->
              Glossary.paragraphs(messages)
                  .filter(paragraph -> !manual.contains(paragraph))
                  .findFirst()
                  .orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWordHasItsParagraph(Term term) {
    Messages messages = new Messages(Language.ENGLISH);
    assertTrue(messages.get(term.key() + ".text").length() > 60, term.key());
  }

  @Test
  void controlsAreAboutTheirWord() {
    HBox outer = new HBox();
    HBox inner = new HBox();
    outer.getChildren().add(inner);
    inner.setId("nothing");
    outer.setId("smoothing-field");
    assertEquals(Optional.of(Term.SMOOTHING), Term.of(inner));
    outer.setId("box-rule");
    assertEquals(Optional.of(Term.BOX), Term.of(outer));
    outer.setId("theme");
    assertEquals(Optional.empty(), Term.of(inner));
    assertEquals(Optional.empty(), Term.of(null));
  }
}

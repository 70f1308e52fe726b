package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  private static final Pattern PAGE = Pattern.compile("-mx-page: (#[0-9a-f]{6});");

  @ParameterizedTest
  @EnumSource
  void theGroundBeforeThereIsAStyleSheetIsTheSheets(Theme theme) throws IOException {
    try (InputStream stream = Theme.class.getResourceAsStream(theme.id() + ".css")) {
      String sheet =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      Matcher page = PAGE.matcher(sheet);
      assertTrue(page.find());
      assertEquals(Color.web(page.group(1)), theme.page());
    }
  }
}

package org.mixoscope.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The product's own colours, from the style sheets of its window.
final class Colours {
  private static final Path FOLDER = Path.of("src/main/resources/org/mixoscope/app/ui");

  private Colours() {}

  /// The variables `--mx-…` of a style sheet for browsers, light or dark as the reader's system is.
  static String css() throws IOException {
    return ":root {\n%s%s}\n@media (prefers-color-scheme: dark) {\n:root {\n%s}\n}\n"
        .formatted(in("mixoscope.css"), in("light.css"), in("dark.css"));
  }

  private static String in(String sheet) throws IOException {
    return Pattern.compile("^ *-(mx-[a-z-]+: (#|rgba).*;)$", Pattern.MULTILINE)
        .matcher(Files.readString(FOLDER.resolve(sheet)))
        .results()
        .map((MatchResult colour) -> "  --" + colour.group(1) + "\n")
        .collect(Collectors.joining());
  }
}

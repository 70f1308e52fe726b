package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;

/// What a command line did.
///
/// @param code its exit code
/// @param out what it printed
/// @param err what it complained
record Run(int code, String out, String err) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Runs it inside this JVM.
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }

  /// A command line: options split at their spaces, after arguments that are left whole.
  static String[] line(String options, Object... arguments) {
    Stream<String> whole = Arrays.stream(arguments).map(Object::toString);
    Stream<String> split = Arrays.stream(options.split(" ")).filter(word -> !word.isEmpty());
    return Stream.concat(whole, split).toArray(String[]::new);
  }

  /// A run that must succeed without complaint.
  Run good() {
    assertEquals("", err);
    assertEquals(0, code);
    return this;
  }

  /// A run that must fail with one line and print nothing.
  void bad(int expectedCode, String expectedLine) {
    assertEquals(expectedLine + System.lineSeparator(), err);
    assertEquals("", out);
    assertEquals(expectedCode, code);
  }

  /// The one JSON object that was printed.
  JsonNode json() throws JsonProcessingException {
    assertEquals(1, out.lines().count());
    return MAPPER.readTree(out);
  }
}

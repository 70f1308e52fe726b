package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.List;

/// Several command lines in one process. Of it Java learns what a start of each of them needs.
final class Rehearsal {
  private static final String THEN = "then";

  private Rehearsal() {}

  /// Runs command lines one after the other, and leaves with the exit code of the first that fails.
  ///
  /// @param args what the launcher would have run in place of this, and the command lines, parted
  ///   by `then`
  public static void main(String[] args) {
    List<String> line = new ArrayList<>();
    for (String arg : List.of(args).subList(1, args.length)) {
      if (arg.equals(THEN)) {
        run(line);
        line.clear();
      } else {
        line.add(arg);
      }
    }
    run(line);
    System.exit(0);
  }

  private static void run(List<String> line) {
    int code = Main.ended(line.toArray(new String[0]));
    if (code != 0) {
      System.exit(code);
    }
  }
}

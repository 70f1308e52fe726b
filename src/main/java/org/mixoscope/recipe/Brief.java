package org.mixoscope.recipe;

import org.mixoscope.kernel.Objection;

/// Objections to a text, whose details quote it: it may hold anything at any length.
public final class Brief {
  private static final int HEAD = 200;
  private static final int TAIL = 100;

  private Brief() {}

  /// The same objection with details that are short and of one line.
  public static Objection of(Objection problem) {
    return new Objection(
        problem.reason(),
        problem.details().stream()
            .<Object>map(detail -> detail instanceof Objection part ? of(part) : brief(detail + ""))
            .toList());
  }

  /// Line breaks and other control characters become spaces, a long middle is left out.
  private static String brief(String detail) {
    String line = detail.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() <= HEAD + TAIL
        ? line
        : line.substring(0, HEAD) + " … " + line.substring(line.length() - TAIL);
  }
}

package org.mixoscope.kernel;

import java.util.List;

/// Why a value, or a combination of values, cannot be had: as one English line, and as data for
/// those who say it in another language.
///
/// @param kind what is wrong
/// @param message one line in English
/// @param details what the line names, in the order that the kind says
public record Objection(Kind kind, String message, List<String> details) {
  /// What is wrong, each with its details.
  public enum Kind {
    /// Parameter, text.
    NOT_A_NUMBER,
    /// Parameter, value, least, most.
    OUT_OF_RANGE,
    /// Parameter, text, least, most: a whole number is needed.
    NOT_WHOLE,
    /// Parameter, value.
    NOT_POSITIVE,
    /// Parameter, text, the values there are.
    UNKNOWN_VALUE,
    /// Lower parameter, its value, upper parameter, its value.
    WRONG_ORDER,
    /// Parameter, method.
    NO_SUCH_PARAMETER,
    /// Method, profile, the methods it has.
    NOT_IN_PROFILE,
    /// Least share, largest share, sides of the frame.
    NO_SIDE_BETWEEN,
    /// Nothing.
    NEEDS_MASK,
    /// Text: it is no name with values.
    NO_AXIS,
    /// Name, values.
    VALUE_MISSING,
    /// Name, the variables there are.
    UNKNOWN_VARIABLE,
    /// Variable, text, an example.
    BAD_RANGE,
    /// Variable, text, least.
    TOO_SMALL,
    /// Variable, text.
    NOT_WHOLE_NUMBERS,
    /// Variable, how many, the most.
    TOO_MANY_VALUES,
    /// Variable.
    SAME_VARIABLE,
    /// Two variables: a profile, and what it has of its own.
    PROFILE_HAS_ITS_OWN,
    /// Columns, rows, the most cells.
    TOO_MANY_CELLS,
    /// Scale, sides of the picture, the largest scale there is room for.
    SCALE_TOO_LARGE,
    /// Scale, sides of the picture: there is no room at any scale.
    FIGURE_TOO_LARGE,
    /// Only the message says.
    OTHER
  }

  /// Keeps a copy.
  public Objection {
    details = List.copyOf(details);
  }

  /// What an exception says.
  public static Objection of(IllegalArgumentException e) {
    return e instanceof RefusedException refused
        ? refused.objection()
        : new Objection(Kind.OTHER, String.valueOf(e.getMessage()), List.of());
  }
}

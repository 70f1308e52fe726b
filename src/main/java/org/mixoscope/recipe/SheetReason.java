package org.mixoscope.recipe;

import org.mixoscope.kernel.Reason;

/// Why there is no sheet of what is to vary, or no mix in a cell of it.
public enum SheetReason implements Reason {
  /// Text: it is no name with values.
  NO_AXIS("{0}: must be a name and its values, such as alpha=0.2,0.5,1"),
  /// Name, values.
  VALUE_MISSING("{0}={1}: a value is missing"),
  /// Name, the parameters there are.
  UNKNOWN_VARIABLE(
      "{0}: must be lambda, seed, draw, method, profile or a parameter of a method: {1}"),
  /// Variable, text.
  NO_STEPS("{0} = {1}: must be from:to:count such as 0.1:0.9:5"),
  /// Variable, text.
  TOO_FEW_STEPS("{0} = {1}: must be from:to:count with a count of 2 or more"),
  /// Variable, text.
  NO_RANGE("{0} = {1}: must be from:to such as 1:8"),
  /// Variable, text.
  FALLING_RANGE("{0} = {1}: must be from:to, the smaller first"),
  /// Variable, text.
  NOT_WHOLE_NUMBERS("{0} = {1}: must be made of whole numbers"),
  /// Variable, how many, the most.
  TOO_MANY_VALUES("{0}: {1} values are too many; at most {2}"),
  /// Variable.
  SAME_VARIABLE("{0}: across and down must be two variables"),
  /// Two variables: a profile, and what it has of its own.
  PROFILE_HAS_ITS_OWN("{0} and {1}: a profile has settings and a first draw of its own"),
  /// Columns, rows, the most cells.
  TOO_MANY_CELLS("{0} × {1} cells are too many; at most {2}"),
  /// A method that mixes by a mask, where there is none.
  NEEDS_MASK("mask: this method needs one"),
  /// A method that mixes by what is where in B, where nothing says it.
  NEEDS_MARKS("annotation: this method needs to know what is where in B"),
  /// Parameter, method.
  NO_SUCH_PARAMETER("{0}: {1} has no such parameter");

  private final String sentence;

  SheetReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "sheet";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

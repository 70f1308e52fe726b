package org.mixoscope.recipe;

import org.mixoscope.kernel.Reason;

/// Why a text is no recipe, and a recipe cannot be made.
public enum RecipeReason implements Reason {
  /// What is wrong with it: an objection.
  NO_RECIPE("recipe: {0}"),
  /// Version, the version that is known.
  UNKNOWN_VERSION("version {0} is not known to this program, which reads version {1}; update it"),
  /// One for texts in place of one for pictures.
  OF_TEXTS("it is for texts; open it on the Text screen or by mixoscope text --recipe"),
  /// Line, column, what the reader of JSON says.
  NO_JSON("not valid JSON at line {0}, column {1}: {2}"),
  /// A text of trainings.
  EXPERIMENT("it is an experiment: open it on the Train screen, with mixoscope explore"),
  /// One line that cannot be unpacked.
  DAMAGED_LINE("the line is damaged or cut off; copy it again whole"),
  /// The whole of the text.
  TEXT_IS_NO_OBJECT("the text: must be a JSON object { … }"),
  /// Path.
  NO_OBJECT("{0}: must be a JSON object { … }"),
  /// Path.
  UNKNOWN_FIELD("{0}: not a known field"),
  /// Path.
  NOT_ONLY_NUMBERS("{0}: must hold numbers only"),
  /// Path.
  NOT_ONLY_TEXTS("{0}: must hold texts only"),
  /// Path of an object, what is wrong with its fields: an objection.
  IN_OBJECT("{0}: {1}"),
  /// Path, text, what is wrong with it: an objection.
  WRONG_TEXT("{0} = {1}: {2}"),
  /// Path, what the field must be: a [FieldKind].
  MISSING_FIELD("{0} is missing: must be {1}"),
  /// Path, value, what the field must be: a [FieldKind].
  WRONG_FIELD("{0} = {1}: must be {2}"),
  /// Field, value, the values there are.
  UNKNOWN_VALUE("{0} = {1}: must be one of {2}"),
  /// How many sources, the least, the most.
  SOURCES("sources = {0}: must be {1} to {2}"),
  /// How many weights, the method, how many sources it mixes.
  WEIGHTS("draw = {0} {0:weight|weights}: {1} mixes {2}"),
  /// Frame.
  FRAME_TOO_LARGE("frame = {0}: larger than 100 megapixels"),
  /// The blending.
  NO_LIGHT("blending = {0}: only of 8 and 16 bits, other numbers are no light"),
  /// The method.
  NO_LIGHT_TO_FILL("method = {0}: noise only of 8 and 16 bits, choose another fill"),
  /// Black, white.
  WINDOW("window = {0} to {1}: black must not be above white"),
  /// A mask without a location.
  NO_MASK("mask: needs a file or sample"),
  /// The location of a source whose annotation has none.
  NO_ANNOTATION("annotation of {0}: needs a file"),
  /// The location of a source, its class.
  SOFT_LABEL("label of {0}: needs weights that are not below 0, one for {1} among them"),
  /// A source without a location.
  NO_SOURCE("source: needs a file or sample"),
  /// What stands there, how many digits there are.
  NO_SHA_256("sha256 = {0}: must be its first {1} hexadecimal digits");

  private final String sentence;

  RecipeReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "recipe";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

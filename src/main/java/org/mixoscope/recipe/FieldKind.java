package org.mixoscope.recipe;

import org.mixoscope.kernel.Reason;

/// What a field of a recipe must be: the end of a sentence.
enum FieldKind implements Reason {
  NUMBER("a number"),
  WHOLE_NUMBER("a whole number"),
  TRUE_OR_FALSE("true or false"),
  TEXT("a text"),
  OBJECT("an object { … }"),
  LIST("a list [ … ]"),
  TEXTS("a list of texts"),
  NUMBERS("a list of numbers"),
  /// How many.
  SO_MANY_NUMBERS("a list of {0} {0:number|numbers}");

  private final String words;

  FieldKind(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "recipe.field";
  }

  @Override
  public String sentence() {
    return words;
  }
}

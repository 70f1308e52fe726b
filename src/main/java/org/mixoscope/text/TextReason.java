package org.mixoscope.text;

import org.mixoscope.kernel.Reason;

/// Why a text cannot be had or mixed, and what mixing did to texts that do not fit each other.
public enum TextReason implements Reason {
  /// File.
  NOT_FOUND("{0}: there is no such file"),
  /// File.
  FOLDER("{0}: is a folder; name a text file in it"),
  /// File.
  UNREADABLE("{0}: cannot be read; is it yours?"),
  /// File, the byte from which on it is something else, from 0.
  NOT_UTF_8("{0}: is not UTF-8 from byte {1} on; save it as UTF-8"),
  /// File.
  NOT_TEXT("{0}: holds bytes that are in no text; name a text file"),
  /// File, the longest.
  TOO_LONG("{0}: is longer than {1} characters; cut it"),
  /// File.
  EMPTY("{0}: is empty; write a text into it"),
  /// File, or the letter of a text.
  NO_WORDS("{0}: has no word, that is nothing with a letter or a digit; write one"),
  /// File, or the letter of a text.
  HALF("{0}: has half of a character, a surrogate alone; write it again"),
  /// The recipe that was given.
  OF_PICTURES("this is a recipe of pictures; open it where pictures are mixed"),
  /// How many weights, the method, how many texts it mixes.
  WEIGHTS("draw = {0} {0:weight|weights}: {1} mixes {2}"),
  /// How many texts, the least, the most.
  SOURCES("texts = {0}: must be {1} to {2}"),
  /// What only pictures have.
  BOX("draw.region: texts have no box; a span lies at draw.u and draw.v"),
  /// Words that were to be replaced, words of B.
  SPAN_SHORT(
      "{0} {0:word was|words were} to be replaced, but B has only {1}: the span is that long"),
  /// Words of A, words of B, how many of A's there is none of B for.
  A_LONGER("A has {0} {0:word|words} and B {1}: the last {2} of A {2:stays|stay} A's"),
  /// Words of A, words of B, how many of B's have no place.
  B_LONGER("A has {0} {0:word|words} and B {1}: the last {2} of B {2:has|have} no place"),
  /// Pieces that were asked for, the letter of a text, its sentences.
  FEW_SENTENCES("pieces = {0}: {1} has {2} {2:sentence|sentences}, so every text is cut into {2}"),
  /// The letter of a text, its sentences, pieces that every text is cut into.
  CUT_BETWEEN_WORDS(
      "{0} has {1} {1:sentence|sentences}: it is cut into {2} {2:piece|pieces} between words");

  private final String sentence;

  TextReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String room() {
    return "text";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

package org.mixoscope.text;

import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.method.MethodType;

/// The ways to mix texts.
public enum TextMethodType implements Named {
  /// [SpanCutMix].
  SPAN("span", 2),
  /// [WordMix].
  WORDS("words", 2),
  /// [SentenceMix].
  SENTENCES("sentences", MethodType.MOST_SOURCES);

  private final String id;
  private final int maxSources;

  TextMethodType(String id, int maxSources) {
    this.id = id;
    this.maxSources = maxSources;
  }

  @Override
  public String id() {
    return id;
  }

  /// How many texts it mixes at most; of more it mixes the first.
  public int maxSources() {
    return maxSources;
  }

  /// How many of so many texts it mixes.
  public int mixed(int sources) {
    return Math.min(sources, maxSources);
  }

  /// The method of this kind.
  ///
  /// @param alpha α > 0 of its Beta or Dirichlet distribution
  /// @param pieces for those that cut texts into pieces, else without meaning
  /// @throws IllegalArgumentException if a value is out of range
  public TextMethod make(double alpha, int pieces) {
    return switch (this) {
      case SPAN -> new SpanCutMix(alpha);
      case WORDS -> new WordMix(alpha);
      case SENTENCES -> new SentenceMix(alpha, pieces);
    };
  }
}

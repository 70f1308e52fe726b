package org.mixoscope.app.batch;

import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;

/// What is chosen of texts, beside what they have in common with pictures.
///
/// @param method how they are mixed
/// @param sources how many are mixed, 2 or as many as the method mixes at most
/// @param format what is written
public record TextMaking(TextMethod method, int sources, TextOutput.Format format) {
  /// Nothing is chosen yet.
  public static final TextMaking USUAL =
      new TextMaking(
          TextMethodType.SPAN.make(TextMethod.ALPHA.initial(), SentenceMix.PIECES.initial()),
          2,
          TextOutput.Format.JSONL);

  /// How many pieces texts are cut into at most, where they are.
  int pieces() {
    return method instanceof SentenceMix cut ? cut.pieces() : SentenceMix.PIECES.initial();
  }

  /// By another method, of which α stays.
  TextMaking with(TextMethodType type) {
    return new TextMaking(
        type.make(method.alpha(), pieces()), Math.min(sources, type.maxSources()), format);
  }

  TextMaking withAlpha(double alpha) {
    return new TextMaking(method.withAlpha(alpha), sources, format);
  }

  TextMaking withPieces(int pieces) {
    return new TextMaking(method.type().make(method.alpha(), pieces), sources, format);
  }

  TextMaking withSources(int other) {
    return new TextMaking(method, other, format);
  }

  TextMaking with(TextOutput.Format other) {
    return new TextMaking(method, sources, other);
  }
}

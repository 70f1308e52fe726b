package org.mixoscope.dataset;

import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Reason;
import org.mixoscope.recipe.Reference;

/// Why there is no picture where a recipe says that one is, beyond what is wrong with a file.
public enum SourceReason implements Reason {
  /// Its name, how many bytes it has.
  NOT_FOUND("{0} ({1} {1:byte|bytes}) was not found: choose it");

  private final String sentence;

  SourceReason(String sentence) {
    this.sentence = sentence;
  }

  PictureException failure(Reference wanted) {
    return new PictureException(
        PictureException.Kind.MISSING, of(wanted.name(), wanted.contents().bytes()), null);
  }

  @Override
  public String room() {
    return "source";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}

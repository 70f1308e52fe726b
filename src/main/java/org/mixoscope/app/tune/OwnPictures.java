package org.mixoscope.app.tune;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.recipe.Source;

/// The sources of a recipe as what samples are made from.
record OwnPictures(List<Source> sources) implements SourcePool {
  @Override
  public int size() {
    return sources.size();
  }

  @Override
  public Source source(int number) {
    return sources.get(number);
  }

  @Override
  public int indexOf(String location) {
    return IntStream.range(0, sources.size())
        .filter(number -> sources.get(number).location().equals(location))
        .findFirst()
        .orElse(-1);
  }
}

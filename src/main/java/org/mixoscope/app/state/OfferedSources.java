package org.mixoscope.app.state;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.recipe.Source;

/// What was offered to the panes last and is not in the recipe: it is being read, or it could not
/// be read.
final class OfferedSources {
  private final Map<Integer, Source> latest = new TreeMap<>();
  private final Map<Integer, PictureException> refused = new TreeMap<>();

  /// These are being read from now on; each overtakes what was offered to its pane before.
  void begin(Map<Integer, Source> offered) {
    refused.keySet().removeAll(offered.keySet());
    latest.putAll(offered);
  }

  /// Takes out those that have not been overtaken since.
  @SuppressWarnings("ReferenceEquality") // The same picture may have been offered again.
  Map<Integer, Source> end(Map<Integer, Source> offered) {
    Map<Integer, Source> current = new TreeMap<>(offered);
    current.entrySet().removeIf(offer -> latest.get(offer.getKey()) != offer.getValue());
    latest.keySet().removeAll(current.keySet());
    return current;
  }

  /// One could not be read. It is remembered, so that whoever goes through a folder gets past it.
  void refuse(int k, Source source, PictureException reason) {
    latest.put(k, source);
    refused.put(k, reason);
  }

  /// Other pictures are shown from now on.
  void forgetRefused() {
    latest.keySet().removeAll(refused.keySet());
    refused.clear();
  }

  /// Whether something is being read for pane k.
  boolean isUnderWay(int k) {
    return latest.containsKey(k) && !refused.containsKey(k);
  }

  @Nullable Source latest(int k) {
    return latest.get(k);
  }

  @Nullable PictureException problem(int k) {
    return refused.get(k);
  }
}

package org.mixoscope.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Sentence;

/// Every text that users see in their own language: of figures, of screens, and of what goes wrong.
/// Patterns are those of [Sentence].
public final class Words {
  private static final String BUNDLE = "org.mixoscope.messages";

  private final ResourceBundle bundle;

  /// @param locale English, or Chinese
  public Words(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The text of a key, with details filled in. A missing key is a defect and throws
  /// [java.util.MissingResourceException].
  public String get(String key, Object... details) {
    return Sentence.filled(bundle.getString(key), Arrays.asList(details));
  }

  /// Why something cannot be had or done.
  public String get(Objection objection) {
    return get(
        "problem." + objection.key(),
        objection.details().stream()
            .map(detail -> detail instanceof Objection part ? get(part) : detail)
            .toArray());
  }

  /// Whether there is a text of a key; all languages have the same.
  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}

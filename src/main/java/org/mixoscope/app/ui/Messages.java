package org.mixoscope.app.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Every text of the interface, in the language of the moment.
public final class Messages {
  private static final String BUNDLE = "org.mixoscope.app.ui.messages";

  private final ReadOnlyObjectWrapper<Language> language = new ReadOnlyObjectWrapper<>();
  private ResourceBundle bundle;

  /// Speaks a language.
  public Messages(Language first) {
    bundle = load(first);
    language.set(first);
  }

  /// The language of the moment; texts bound by [#bind] follow it.
  public ReadOnlyObjectProperty<Language> languageProperty() {
    return language.getReadOnlyProperty();
  }

  /// Speaks another language from now on.
  public void speak(Language next) {
    bundle = load(next);
    language.set(next);
  }

  /// The text of a key now, with arguments filled in. A missing key is a defect and throws
  /// [java.util.MissingResourceException].
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text).format(arguments);
  }

  /// Whether there is a text of a key; all languages have the same.
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /// The text of a key, following the language.
  public StringBinding bind(String key) {
    return Bindings.createStringBinding(() -> get(key), language);
  }

  private static ResourceBundle load(Language language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

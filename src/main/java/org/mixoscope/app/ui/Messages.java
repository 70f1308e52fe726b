package org.mixoscope.app.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mixoscope.figure.ClassNames;
import org.mixoscope.figure.Words;
import org.mixoscope.kernel.Objection;
import org.mixoscope.recipe.Source;

/// Every text of the interface, in the language of the moment.
public final class Messages {
  private final ReadOnlyObjectWrapper<Language> language = new ReadOnlyObjectWrapper<>();
  private Words words;

  /// Speaks a language.
  public Messages(Language first) {
    words = new Words(first.locale());
    language.set(first);
  }

  /// The language of the moment; texts bound by [#bind] follow it.
  public ReadOnlyObjectProperty<Language> languageProperty() {
    return language.getReadOnlyProperty();
  }

  /// Speaks another language from now on.
  public void speak(Language next) {
    words = new Words(next.locale());
    language.set(next);
  }

  /// The text of a key now, with arguments filled in. A missing key is a defect and throws
  /// [java.util.MissingResourceException].
  public String get(String key, Object... arguments) {
    return words.get(key, arguments);
  }

  /// Why something cannot be had or done, in the language of the moment.
  public String get(Objection objection) {
    return words.get(objection);
  }

  /// Whether there is a text of a key; all languages have the same.
  public boolean has(String key) {
    return words.has(key);
  }

  /// What the classes of some sources are called now.
  public ClassNames classNames(List<Source> sources) {
    return new ClassNames(words, sources);
  }

  /// The text of a key, following the language.
  public StringBinding bind(String key) {
    return Bindings.createStringBinding(() -> get(key), language);
  }
}

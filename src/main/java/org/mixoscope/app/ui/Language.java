package org.mixoscope.app.ui;

import java.util.Locale;

/// The languages of the interface.
public enum Language {
  /// English.
  ENGLISH("en", "English", Locale.ROOT),
  /// Simplified Chinese.
  CHINESE("zh", "中文", Locale.SIMPLIFIED_CHINESE);

  private final String id;
  private final String ownName;
  private final Locale locale;

  Language(String id, String ownName, Locale locale) {
    this.id = id;
    this.ownName = ownName;
    this.locale = locale;
  }

  /// The language of the system, English if the app does not speak it.
  public static Language ofSystem() {
    return Locale.getDefault().getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  /// Its code on the command line.
  public String id() {
    return id;
  }

  /// The one to switch to.
  public Language other() {
    return this == ENGLISH ? CHINESE : ENGLISH;
  }

  /// Its name in itself.
  public String ownName() {
    return ownName;
  }

  /// The locale of its message bundles.
  public Locale locale() {
    return locale;
  }
}

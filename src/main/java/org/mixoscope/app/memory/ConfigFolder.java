package org.mixoscope.app.memory;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Where a platform wants programs to keep what they remember.
public final class ConfigFolder {
  private ConfigFolder() {}

  /// That of this machine and user.
  public static Path ofSystem() {
    return of(
        System.getProperty("os.name"),
        System.getenv(),
        Path.of(System.getProperty("user.home")).toAbsolutePath());
  }

  /// @param system the name of the operating system
  /// @param home the home of the user
  static Path of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path roaming = home.resolve("AppData").resolve("Roaming");
      return absolute(environment, "APPDATA", roaming).resolve("Mixoscope");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Mixoscope");
    }
    return absolute(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("mixoscope");
  }

  /// The XDG specification has relative folders ignored.
  private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
    Path named = Path.of(Objects.requireNonNullElse(environment.get(variable), ""));
    return named.isAbsolute() ? named : otherwise;
  }
}

package org.mixoscope.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// The version in the POM, which the build writes into `version.properties` and every job into its
/// `run.json`.
public final class ProgramVersion {
  private ProgramVersion() {}

  /// @throws IOException if this build has lost its version
  public static String read() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = ProgramVersion.class.getResourceAsStream("version.properties")) {
      if (stream == null) {
        throw new IOException("version.properties is missing from this build");
      }
      properties.load(stream);
    }
    return properties.getProperty("version");
  }
}

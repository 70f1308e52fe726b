package org.mixoscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version in the POM, which the build writes into `version.properties`.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
      if (stream == null) {
        throw new IOException("version.properties is missing from this build");
      }
      properties.load(stream);
    }
    return new String[] {"mixoscope " + properties.getProperty("version")};
  }
}

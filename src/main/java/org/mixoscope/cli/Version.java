package org.mixoscope.cli;

import java.io.IOException;
import org.mixoscope.batch.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/// The version as the command line prints it.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"mixoscope " + ProgramVersion.read()};
  }
}

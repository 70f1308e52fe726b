package org.mixoscope.cli;

import picocli.CommandLine.Option;

/// How many samples are made of every picture.
final class CopyOptions {
  @Option(
      names = "--copies",
      paramLabel = "N",
      converter = Copies.class,
      description = "How many mixes to make of every picture. The default is 1.")
  int copies = 1;

  @Option(names = "--keep-originals", description = "Write every picture as it is, too.")
  boolean keepOriginals;

  static final class Copies extends Values.Range {
    Copies() {
      super(1, 1_000_000);
    }
  }
}

package org.mixoscope.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.batch.Part;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which part of all samples is made.
final class ShardOption {
  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Parser.class,
      description =
          "Make the I-th of N parts only, I from 0 on. Which samples it has follows from I, N and"
              + " their number: other parts need not be there.")
  Part part = Part.WHOLE;

  static final class Parser implements ITypeConverter<Part> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

    @Override
    public Part convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException("must be I/N, such as 0/8 for the first of eight parts");
      }
      try {
        return new Part(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

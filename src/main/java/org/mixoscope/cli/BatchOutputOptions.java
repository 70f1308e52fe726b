package org.mixoscope.cli;

import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How samples are written.
final class BatchOutputOptions {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      converter = FormatChoice.class,
      description = {
        "imagefolder: picture files and metadata.jsonl, the default; masks: the same with pictures"
            + " and class maps under the same names in images and masks; webdataset: tar shards;"
            + " npy: images.npy and labels.npy, or maps.npy; npz: both in one file; parquet. Of"
            + " objects: coco: annotations.json; yolo: a text of boxes for each picture;"
            + " yolo-polygons: of the line around each object's largest piece; voc: XML, boxes in"
            + " whole pixels.",
      })
  OutputFormat format = OutputFormat.IMAGEFOLDER;

  @Option(
      names = "--image",
      paramLabel = "HOW",
      converter = EncodingChoice.class,
      description =
          "How pixels are stored: jpg:QUALITY (1 to 100) or png of 8 bits, png16, or tiff or npy"
              + " files, which keep numbers of every type; in npy and npz uint8, uint16 or float32"
              + " (0 to 1). The default is jpg:95, or uint8.")
  @Nullable Encoding encoding;

  @Option(
      names = "--embed-recipes",
      description =
          "Put its recipe into every picture file, about 1 kB each: the app opens it with all its"
              + " state.")
  boolean recipes;

  OutputSettings settings() {
    Encoding chosen =
        encoding == null ? (format.isArray() ? Numbers.UINT8 : Encoding.USUAL) : encoding;
    try {
      return new OutputSettings(format, chosen, recipes);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
    }
  }

  static final class FormatChoice extends Choice<OutputFormat> {
    FormatChoice() {
      super(OutputFormat.values(), OutputFormat::id);
    }
  }

  static final class EncodingChoice implements ITypeConverter<Encoding> {
    @Override
    public Encoding convert(String text) {
      try {
        return Encoding.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

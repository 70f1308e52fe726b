package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.dataset.packed.NpyHeader;

/// What the parts of a job kept of files that only the whole job has.
public final class PartFiles {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '([^']+)'.*'shape': \\((\\d+), ([^)]*)\\)");

  /// The list of mixed clips, in the folder of a job or of a part of it.
  public static final String CLIPS = "data/metadata.jsonl";

  /// The list of samples that were left out.
  public static final String ERRORS = "errors.jsonl";

  private PartFiles() {}

  /// Makes these files, as a run of the whole job would have. Doing it again changes nothing.
  ///
  /// @param classes the names of the classes
  /// @param parts the folders of all parts, in their order
  /// @param folder of the whole job
  /// @throws IOException also if the samples of two parts do not go into one array
  public static void join(
      OutputSettings settings, List<String> classes, List<Path> parts, Path folder)
      throws IOException {
    switch (settings.format()) {
      case WEBDATASET, PARQUET -> {}
      case IMAGEFOLDER, MASKS -> join(parts, MetadataFile.NAME, folder);
      case VOC -> join(parts, VocOutput.NAMES, folder);
      case NPY, NPZ -> {
        join(parts, MetadataFile.NAME, folder);
        boolean maps = Files.exists(parts.getFirst().resolve(TargetArray.MAPS));
        String target = maps ? TargetArray.MAPS : TargetArray.LABELS;
        joinArrays(parts, ArrayOutput.IMAGES, folder);
        joinArrays(parts, target, folder);
        if (settings.format() == OutputFormat.NPZ) {
          ArrayOutput.zip(folder, target);
        }
      }
      case COCO, YOLO, YOLO_POLYGONS -> {
        boolean coco = settings.format() == OutputFormat.COCO;
        List<Long> state = coco ? CocoOutput.join(parts, folder) : List.of();
        Stretch whole = Stretch.whole(folder, 0);
        try (Output output = Output.open(whole, settings, classes, 0, false, null, state)) {
          output.finish();
        }
      }
    }
  }

  /// The same of a job with clips, which are files of their own.
  ///
  /// @param parts the folders of all parts, in their order
  /// @param folder of the whole job
  public static void joinClips(List<Path> parts, Path folder) throws IOException {
    join(parts, CLIPS, folder);
    join(parts, ERRORS, folder);
  }

  /// One file after the other.
  static void join(List<Path> parts, String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Path part : parts) {
        Files.copy(part.resolve(name), out);
      }
    }
  }

  /// The numbers of a part.
  ///
  /// @param rows how many samples
  /// @param row the shape of each
  private record Array(String descr, long rows, String row) {
    static Array of(Path file) throws IOException {
      byte[] header = new byte[NpyHeader.LENGTH];
      try (InputStream in = Files.newInputStream(file)) {
        in.readNBytes(header, 0, header.length);
      }
      Matcher said = HEADER.matcher(new String(header, ISO_8859_1));
      if (!said.find()) {
        throw new OutputException(OutputReason.CUT_SHORT.of(file));
      }
      return new Array(said.group(1), Long.parseLong(said.group(2)), said.group(3));
    }
  }

  private static void joinArrays(List<Path> parts, String name, Path folder) throws IOException {
    List<Path> filled = new ArrayList<>();
    Array all = Array.of(parts.getFirst().resolve(name));
    for (Path part : parts) {
      Path file = part.resolve(name);
      Array some = Array.of(file);
      if (some.rows > 0) {
        if (!filled.isEmpty() && !some.row.equals(all.row)) {
          throw new OutputException(OutputReason.PARTS_DIFFER.of(file, some.row, all.row));
        }
        long before = filled.isEmpty() ? 0 : all.rows;
        all = new Array(some.descr, before + some.rows, some.row);
        filled.add(file);
      }
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(NpyHeader.of(all.descr, all.rows + ", " + all.row));
      for (Path file : filled) {
        try (InputStream in = Files.newInputStream(file)) {
          in.skipNBytes(NpyHeader.LENGTH);
          in.transferTo(out);
        }
      }
    }
  }
}

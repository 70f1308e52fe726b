package org.mixoscope.dataset.labelled;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.Palette;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Example;
import org.mixoscope.recipe.Fingerprint;

/// Labelled pictures in an order that depends on nothing but the data: the same files give the same
/// order on every system. Listed once, a few dozen bytes a picture, and read when they are wanted.
/// Any number of threads may read at once.
public final class DataSet implements Closeable {
  private static final List<Layout> PACKED =
      List.of(Archives::open, IdxFiles::open, CifarFiles::open, NpyFiles::open, ParquetFiles::open);

  private static final List<Layout> WITH_OBJECTS =
      List.of(CocoFiles::open, YoloFiles::open, VocFiles::open, LabelMeFiles::open);

  /// Kinds whose annotations may lie elsewhere than their pictures.
  private static final Set<String> NAMING_PICTURES = Set.of("coco", "yolo", "voc");

  private final String kind;
  private final Entries entries;
  private final Labels labels;
  private final Findings findings;
  private @Nullable Headers headers;

  DataSet(String kind, Entries entries, Labels labels, Findings findings) {
    this.kind = kind;
    this.entries = entries;
    this.labels = labels;
    this.findings = findings;
  }

  /// Lists a data set of which the user says nothing more.
  ///
  /// @throws DataSetException if there is none that can be used
  public static DataSet open(Path source) throws DataSetException {
    return open(source, ReadAs.USUAL);
  }

  /// Lists a data set, whatever it is: a folder with a sub-folder of pictures for each class, a CSV
  /// or JSON Lines file with paths and labels, MNIST's IDX files, CIFAR's binary files, WebDataset
  /// shards, NumPy arrays or Parquet files, these as files or as the folder that they are in; or a
  /// tar or zip archive of a folder of classes; or pictures with their objects as COCO, YOLO,
  /// Pascal VOC and LabelMe have them, or with masks beside them.
  ///
  /// A folder may hold a table, `metadata.jsonl` or `metadata.csv`, or splits of which one is
  /// taken.
  ///
  /// @param as what the user says of it
  /// @throws DataSetException if there is none that can be used
  public static DataSet open(Path source, ReadAs as) throws DataSetException {
    DataSet found = read(source, as);
    if (as.transpose() && !found.kind().equals("idx")) {
      throw found.refused(source, DataSetReason.NOT_TRANSPOSED);
    }
    if (as.pictures() != null && !NAMING_PICTURES.contains(found.kind())) {
      throw found.refused(source, DataSetReason.NO_PICTURES_OPTION);
    }
    if (as.target() == TargetKind.MAP && found.findings().target() != TargetKind.MAP) {
      throw found.refused(source, DataSetReason.NO_MASKS);
    }
    return found;
  }

  private DataSetException refused(Path source, DataSetReason reason) {
    try (this) {
      return new DataSetException(reason.of(source));
    } catch (IOException e) {
      return DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static DataSet read(Path source, ReadAs as) throws DataSetException {
    if (!Files.exists(source)) {
      throw new DataSetException(DataSetReason.MISSING.of(source));
    }
    DataSet described = described(source, as);
    if (described != null) {
      return described;
    }
    if (!Files.isDirectory(source)) {
      throw new DataSetException(DataSetReason.UNKNOWN_KIND.of(source));
    }
    Splits splits = Splits.of(source, as.split());
    return splits.names().isEmpty() ? ImageFolders.open(source, as) : open(splits, as);
  }

  /// Lists a data set that is more than folders of pictures: one with a table, annotations or
  /// masks, or whose pictures lie in larger files.
  ///
  /// @return null for folders of pictures, and for whatever else is none
  /// @throws DataSetException if it is one that cannot be used
  public static @Nullable DataSet described(Path source, ReadAs as) throws DataSetException {
    if (TableFile.isOne(source)) {
      return TableFile.open(source, as);
    }
    for (Layout layout : PACKED) {
      DataSet found = layout.open(source, as);
      if (found != null) {
        return found;
      }
    }
    if (as.target() == TargetKind.MAP && Files.isDirectory(source)) {
      // Masks that are there say more than what is painted from objects.
      DataSet masks = MaskFolders.open(source, as);
      if (masks != null) {
        return masks;
      }
    }
    for (Layout layout : WITH_OBJECTS) {
      DataSet found = layout.open(source, as);
      if (found != null) {
        return found;
      }
    }
    if (!Files.isDirectory(source)) {
      return null;
    }
    Optional<Path> table = TableFile.in(source);
    return table.isPresent() ? TableFile.open(table.get(), as) : MaskFolders.open(source, as);
  }

  private static DataSet open(Splits splits, ReadAs as) throws DataSetException {
    String taken = splits.choose(as.split());
    return read(splits.folder().resolve(taken), as.withSplit(null)).of(taken, splits.names());
  }

  /// The same, as a split of several.
  DataSet of(String taken, List<String> splits) {
    return new DataSet(kind, entries, labels, findings.of(taken, splits));
  }

  /// A way to find a data set in a file or folder; null if there is none of its kind.
  private interface Layout {
    @Nullable DataSet open(Path source, ReadAs as) throws DataSetException;
  }

  Entries entries() {
    return entries;
  }

  Labels labels() {
    return labels;
  }

  /// What was understood of it.
  public Findings findings() {
    return findings;
  }

  /// What it is, for reports: `image-folder`, `csv`, `json`, `json-lines`, `idx`, `cifar`,
  /// `webdataset`, `npy`, `npz`, `parquet`, `coco`, `yolo`, `voc`, `labelme`, `masks`.
  public String kind() {
    return kind;
  }

  /// How many pictures there are, at least 1.
  public int size() {
    return labels.size();
  }

  /// The names of the classes, at least one; label vectors are over these.
  public List<String> classes() {
    return labels.names();
  }

  /// What a picture is called within the data set, with `/` between folders.
  public String name(int index) {
    return entries.name(index);
  }

  /// What a recipe calls it: an absolute path, and after a `#` which of the pictures in that file.
  public String location(int index) {
    return entries.location(index);
  }

  /// The file that says what is where in a picture, as a recipe's source names it; null where
  /// nothing is known or no file says it by itself.
  public @Nullable String annotation(int index) {
    return labels.annotation(index);
  }

  /// What the contents of a picture are known by.
  ///
  /// @throws IOException if it cannot be read
  public Fingerprint fingerprint(int index) throws IOException {
    return Fingerprint.of(entries.contents(index));
  }

  /// The class that most of a picture is, within [0, K): the most probable one, or that of most
  /// objects or pixels.
  public int classOf(int index) {
    return labels.classOf(index);
  }

  /// What a person calls the label of a picture: the class that most of it is, or its number.
  public String labelOf(int index) {
    return labels.name(index);
  }

  /// How many pictures have each class, alone or beside others, in the order of the classes.
  public int[] counts() {
    return labels.counts();
  }

  /// What objects there are, where pictures are labelled with these or maps painted from them.
  public Optional<ObjectCensus> objects() {
    return marked().map(ObjectLabels::census);
  }

  /// The objects that labels are or are painted from.
  private Optional<ObjectLabels> marked() {
    return switch (labels) {
      case ObjectLabels all -> Optional.of(all);
      case PaintedLabels(ObjectLabels all) -> Optional.of(all);
      default -> Optional.empty();
    };
  }

  /// The weight of every class in the label of a picture; empty where labels are something else.
  public Optional<ClassWeights> weights(int index) {
    return labels instanceof ClassLabels all && all.kind() != TargetKind.NUMBER
        ? Optional.of(all.weights(index))
        : Optional.empty();
  }

  /// How many pixels have each class; none if pictures are not labelled with masks.
  public Optional<PixelCounts> pixels() {
    return labels instanceof MapLabels maps ? Optional.of(maps.pixels()) : Optional.empty();
  }

  /// In which masks are shown: as they are in the data set, if they say so.
  public Palette palette() {
    return labels instanceof MapLabels maps ? maps.palette() : Palette.VOC;
  }

  /// The number that a picture is labelled with.
  ///
  /// @throws IllegalStateException if pictures are not labelled with numbers
  public double number(int index) {
    if (labels instanceof ClassLabels all && all.kind() == TargetKind.NUMBER) {
      return all.numbers()[index];
    }
    throw new IllegalStateException("the labels are no numbers: " + labels.kind());
  }

  /// Reads an example: decodes its picture, and brings its target to the frame with it.
  ///
  /// @param frame what to bring it to; null for its own size
  /// @param fit how
  /// @param wanted which channels and depth
  /// @return with pixels HWC on the heap
  /// @throws PictureException if it cannot be read
  public Example read(
      int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    Fitted picture = entries.read(index, reader, frame, fit, wanted);
    Pixels pixels = picture.pixels();
    return new Example(
        pixels, picture.origin(), labels.target(index, picture.origin(), pixels.frame(), reader));
  }

  /// What the headers of the pictures say. They are looked at the first time that somebody asks,
  /// side by side.
  public synchronized Headers headers(PictureReader reader) {
    Headers known = headers;
    if (known == null) {
      known =
          IntStream.range(0, size())
              .parallel()
              .mapToObj(index -> headers(index, reader))
              .reduce(Headers.NOBODY, Headers::plus);
      headers = known;
    }
    return known;
  }

  private Headers headers(int index, PictureReader reader) {
    try {
      Header header = entries.header(index, reader);
      Frame upright = header.turn().upright(header.frame());
      Frame size = labels.size(index);
      boolean fits = size == null || size.equals(upright) || size.equals(header.frame());
      Headers one = Headers.of(header, turned(index, header));
      return fits
          ? one
          : one.plus(Headers.of(DataSetReason.OTHER_SIZE.of(entries.name(index), upright, size)));
    } catch (PictureException e) {
      return Headers.of(e.objection());
    }
  }

  private Turned turned(int index, Header header) {
    return header.turn() == Turn.UPRIGHT
        ? Turned.NONE
        : labels.turned(index, Origin.of(header.frame(), header.turn()));
  }

  /// How many pictures [org.mixoscope.kernel.Decoding#FAST] decodes smaller for a frame, as their
  /// headers tell, which are looked at side by side.
  public int shrunk(PictureReader reader, Frame frame, Fit fit) {
    return entries.shrunk(size(), reader, frame, fit);
  }

  /// What pixels the pictures have, as [#headers] tells.
  public Census census(PictureReader reader) {
    return headers(reader).census();
  }

  /// Lets go of the files.
  @Override
  public void close() throws IOException {
    try (entries) {
      labels.release();
    }
  }
}

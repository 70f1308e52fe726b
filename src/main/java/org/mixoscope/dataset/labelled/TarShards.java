package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.Bytes;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// WebDataset shards: tar files in which the picture and the label of a sample follow each other
/// under one name, `0001.jpg` and `0001.cls` or `0001.json`.
final class TarShards implements Entries {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> FIELDS = List.of("label", "cls", "class", "class_name");

  private final List<Path> files;
  private final List<FileChannel> channels = new ArrayList<>();
  private final Names names = new Names();
  private long[] offsets = new long[1024];
  private int[] lengths = new int[1024];
  private int[] shards = new int[1024];

  private TarShards(List<Path> files) {
    this.files = files;
  }

  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    List<Path> files = tarFiles(source);
    if (files.isEmpty()) {
      return null;
    }
    TarShards shards = new TarShards(files);
    Notes notes = new Notes();
    LabelCollector labels =
        new LabelCollector(
            ClassesFile.in(as, files.getFirst().toAbsolutePath().getParent(), "classes.txt"),
            as,
            notes);
    for (int shard = 0; shard < files.size(); shard++) {
      try {
        shards.channels.add(FileChannel.open(files.get(shard)));
        shards.list(shard, labels);
      } catch (IOException e) {
        throw DataSetException.unreadable(files.get(shard), e, DataSetReason.NO_TAR);
      }
    }
    if (shards.names.size() == 0) {
      throw new DataSetException(DataSetReason.NO_SAMPLES.of(source));
    }
    Labels all = labels.collected(source.toString(), "label");
    return new DataSet("webdataset", shards, all, notes.about(all));
  }

  private static List<Path> tarFiles(Path source) throws DataSetException {
    if (Files.isRegularFile(source)) {
      return PackedPicture.isTar(source) ? List.of(source) : List.of();
    }
    try (Stream<Path> all = Files.list(source)) {
      return all.filter(PackedPicture::isTar).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.FORBIDDEN);
    }
  }

  /// Picture and label of a sample stand in either order.
  private void list(int shard, LabelCollector labels) throws IOException {
    try (TarFile tar = new TarFile(files.get(shard))) {
      String sample = "";
      TarArchiveEntry picture = null;
      JsonNode label = null;
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (!entry.isFile()) {
          continue;
        }
        String[] name = split(entry.getName());
        if (!name[0].equals(sample)) {
          add(shard, sample, picture, label, labels);
          sample = name[0];
          picture = null;
          label = null;
        }
        if (PictureNames.READ.contains("." + name[1])) {
          picture = entry;
        } else if (label == null || !label.isMissingNode()) {
          JsonNode found = label(name[1], tar, entry);
          label = found == null ? label : found;
        }
      }
      add(shard, sample, picture, label, labels);
    }
  }

  private static @Nullable JsonNode label(String extension, TarFile tar, TarArchiveEntry entry)
      throws IOException {
    if (extension.equals("cls")) {
      byte[] text = tar.getInputStream(entry).readAllBytes();
      return TextNode.valueOf(new String(text, StandardCharsets.UTF_8).strip());
    }
    if (extension.equals("json")) {
      JsonNode json = MAPPER.readTree(tar.getInputStream(entry).readAllBytes());
      return FIELDS.stream().filter(json::hasNonNull).findFirst().map(json::get).orElse(null);
    }
    return null;
  }

  private void add(
      int shard,
      String sample,
      @Nullable TarArchiveEntry picture,
      @Nullable JsonNode label,
      LabelCollector labels)
      throws DataSetException {
    if (picture == null) {
      return;
    }
    Objection where = Place.SAMPLE.of(files.get(shard), sample);
    if (label == null) {
      throw new DataSetException(DataSetReason.NO_LABEL_MEMBER.of(where));
    }
    labels.add(where, label);
    int at = names.size();
    if (at == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * at);
      lengths = Arrays.copyOf(lengths, 2 * at);
      shards = Arrays.copyOf(shards, 2 * at);
    }
    offsets[at] = picture.getDataOffset();
    lengths[at] = Math.toIntExact(picture.getSize());
    shards[at] = shard;
    names.add(picture.getName());
  }

  /// The name of a sample and, from the first dot after the last folder, what of it this is.
  private static String[] split(String name) {
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    return dot < 0
        ? new String[] {name, ""}
        : new String[] {name.substring(0, dot), name.substring(dot + 1).toLowerCase(Locale.ROOT)};
  }

  @Override
  public String name(int index) {
    return PackedPicture.location(files.get(shards[index]).getFileName(), names.get(index));
  }

  @Override
  public String location(int index) {
    return PackedPicture.location(files.get(shards[index]).toAbsolutePath(), names.get(index));
  }

  @Override
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return reader.read(bytes(index, lengths[index]), location(index), frame, fit, wanted);
  }

  @Override
  public Header header(int index, PictureReader reader) throws PictureException {
    return reader.header(location(index), most -> bytes(index, Math.min(most, lengths[index])));
  }

  @Override
  public InputStream contents(int index) throws IOException {
    return new ByteArrayInputStream(bytes(index, lengths[index]));
  }

  /// The first bytes of a picture.
  private byte[] bytes(int index, int count) throws PictureException {
    byte[] bytes = new byte[count];
    Bytes.read(channels.get(shards[index]), bytes, offsets[index], location(index));
    return bytes;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels) {
      channel.close();
    }
  }
}

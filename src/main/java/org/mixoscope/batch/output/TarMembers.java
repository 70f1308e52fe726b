package org.mixoscope.batch.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.target.ClassMap;

/// The members of a sample in a tar, as WebDataset has them: its picture and its `.json`; class
/// maps are `.seg.png`. Headers say nothing of when and by whom, so that the same samples give the
/// same bytes. On any number of threads.
///
/// @param maps how class maps are written; null where samples have none
public record TarMembers(Encoding.File encoding, SampleJson json, @Nullable MapForm maps) {
  private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;

  /// For samples that carry a seed and, if so asked, the weights of their sources in the label.
  public static TarMembers of(
      Encoding.File encoding, long seed, boolean labelWeights, @Nullable MapForm maps) {
    return new TarMembers(encoding, new SampleJson(seed, labelWeights), maps);
  }

  /// What a tar ends with.
  public static byte[] end() {
    return new byte[2 * BLOCK];
  }

  /// Headers and contents, in blocks of 512 bytes.
  ///
  /// @param recipe to go into the picture file; null for none
  public List<byte[]> of(Sample sample, @Nullable String recipe) throws IOException {
    String name = SampleName.of(sample.index());
    List<byte[]> members = new ArrayList<>();
    add(members, name + "." + encoding.extension(), encoding.encode(sample, recipe));
    MapFiles parts = null;
    if (maps != null && sample.target() instanceof ClassMap map) {
      parts = MapFiles.of(map, maps.palette(), name, ".seg.png");
      parts.files().forEach(part -> add(members, part.name(), part.bytes()));
    }
    add(members, name + ".json", json.line(sample, null, parts));
    return members;
  }

  private static void add(List<byte[]> members, String name, byte[] contents) {
    members.add(header(name, contents.length));
    members.add(contents);
    int over = contents.length % BLOCK;
    if (over > 0) {
      members.add(new byte[BLOCK - over]);
    }
  }

  private static byte[] header(String name, int size) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setModTime(0);
    entry.setIds(0, 0);
    entry.setNames("", "");
    entry.setMode(0100644);
    byte[] header = new byte[BLOCK];
    entry.writeEntryHeader(header);
    return header;
  }
}

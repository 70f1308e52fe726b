package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.annotated.ObjectRow;
import org.mixoscope.dataset.packed.Archive;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.Glimpse;
import org.mixoscope.image.PictureNames;
import org.mixoscope.kernel.Objection;

/// WebDataset shards: tar files in which the picture and the label of a sample follow each other
/// under one name, `0001.jpg` and `0001.cls` or `0001.json`. Of several pictures, `0001.jpg` and
/// `0001.seg.png`, the one is taken that has nothing but its kind after the name of the sample.
final class TarShards {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> MASKS = List.of("seg.png", "mask.png", "segmentation.png");
  private static final List<String> FIELDS = List.of("label", "cls", "class", "class_name");

  private final MemberEntries entries;
  private final Notes notes;
  private final LabelCollector labels;
  private final ObjectRows objects;
  private final MemberEntries masks;
  private final ReadAs as;
  private final Path folder;
  private @Nullable Boolean masked;

  /// What is known of a sample so far.
  private static final class Sample {
    private final String name;
    private final List<String> parts = new ArrayList<>();
    private final List<Member> others = new ArrayList<>();
    private @Nullable Member picture;
    private @Nullable JsonNode cls;
    private @Nullable JsonNode json;
    private @Nullable String jsonMember;
    private boolean hasObjects;

    Sample(String name) {
      this.name = name;
    }

    @Nullable JsonNode label() {
      return json == null ? cls : json;
    }
  }

  private TarShards(MemberEntries entries, ReadAs as, Notes notes, Path folder)
      throws DataSetException {
    this.entries = entries;
    this.notes = notes;
    this.as = as;
    this.folder = folder;
    masks = entries.beside();
    ClassList declared = ClassesFile.in(as, folder, "classes.txt");
    labels = new LabelCollector(declared, as, notes);
    objects = new ObjectRows(folder, declared, as, notes);
  }

  /// Several, or those of the split that is wanted.
  static DataSet open(Path source, MemberEntries entries, List<Path> files, ReadAs as)
      throws IOException {
    SplitName.Chosen chosen = SplitName.choose(source, files, as.split());
    TarShards shards = of(entries, as, source);
    for (Path file : chosen.files()) {
      Archive archive = entries.open(file);
      Shard shard = shards.new Shard(file, archive);
      archive.list(shard::add);
      shard.end();
    }
    return shards.collected(source, chosen);
  }

  /// One that is open.
  ///
  /// @param members all of it
  static DataSet open(
      Path file, MemberEntries entries, Archive archive, List<Member> members, ReadAs as)
      throws IOException {
    SplitName.Chosen chosen = SplitName.choose(file, List.of(file), as.split());
    TarShards shards = of(entries, as, file.toAbsolutePath().getParent());
    Shard shard = shards.new Shard(file, archive);
    for (Member member : members) {
      shard.add(member);
    }
    shard.end();
    return shards.collected(file, chosen);
  }

  private static TarShards of(MemberEntries entries, ReadAs as, @Nullable Path folder)
      throws DataSetException {
    return new TarShards(entries, as, new Notes(), folder == null ? Path.of("") : folder);
  }

  private DataSet collected(Path source, SplitName.Chosen chosen) throws DataSetException {
    if (entries.size() == 0) {
      throw Archives.empty(source, notes.leftOut, DataSetReason.NO_SAMPLES);
    }
    Labels all =
        masks.size() > 0
            ? new MapReading(as, List.of(folder), false, notes).labels(masks, masks.size())
            : objects.size() > 0
                ? objects.collected(entries)
                : labels.collected(source.toString(), "label");
    return new DataSet("webdataset", entries, all, chosen.of(notes.about(all)));
  }

  /// Whether a member is the label of a sample.
  static boolean isLabel(Member member) {
    String part = split(member.name())[1];
    return member.state() == Archive.State.FILE
        && (part.equals("json")
            || part.equals("cls")
            || part.endsWith(".cls")
            || isMask(part)
            || isBlended(part));
  }

  private static boolean isMask(String part) {
    return MASKS.contains(part);
  }

  /// As we write mixes that blend.
  private static boolean isBlended(String part) {
    return part.matches("\\d\\.(seg|weight)\\.png");
  }

  /// What is read of one, member by member. Picture and label of a sample stand in either order,
  /// and nothing between them.
  private final class Shard {
    private final Path file;
    private final Archive archive;
    private final Map<String, Sample> seen = new HashMap<>();
    private final Map<String, Sample> incomplete = new LinkedHashMap<>();
    private @Nullable Sample sample;

    Shard(Path file, Archive archive) {
      this.file = file;
      this.archive = archive;
    }

    /// The next member.
    void add(Member member) throws IOException {
      if (!MemberEntries.isUsable(member, notes.leftOut)) {
        return;
      }
      String[] name = split(member.name());
      Sample last = sample;
      if (last == null || !name[0].equals(last.name)) {
        endSample();
        Sample before = seen.get(name[0]);
        if (before != null) {
          throw again(file, before, name[1]);
        }
        last = new Sample(name[0]);
        seen.put(name[0], last);
        sample = last;
      }
      put(file, archive, last, member, name[1]);
    }

    private void endSample() throws IOException {
      if (sample != null) {
        TarShards.this.end(file, archive, sample, incomplete);
      }
    }

    /// There are no more.
    void end() throws IOException {
      endSample();
      for (Sample one : incomplete.values()) {
        if (one.picture != null) {
          throw new DataSetException(
              DataSetReason.NO_LABEL_MEMBER.of(Place.SAMPLE.of(file, one.name)));
        }
        notes.leftOut.add(LeftOutReason.NO_PICTURE_IN_SAMPLE.of(), one.name);
      }
    }
  }

  private static DataSetException again(Path file, Sample before, String part) {
    Objection where = Place.SAMPLE.of(file, before.name);
    return new DataSetException(
        before.parts.contains(part)
            ? DataSetReason.SAME_SAMPLE.of(where)
            : DataSetReason.NOT_ADJACENT.of(where));
  }

  private void put(Path file, Archive archive, Sample sample, Member member, String part)
      throws IOException {
    Objection where = Place.SAMPLE.of(file, sample.name);
    if (sample.parts.contains(part)) {
      throw new DataSetException(DataSetReason.SAME_SAMPLE.of(where));
    }
    sample.parts.add(part);
    if (PictureNames.READ.contains("." + part)) {
      if (sample.picture == null) {
        sample.picture = member;
      } else {
        throw new DataSetException(DataSetReason.SEVERAL_PICTURES.of(where));
      }
    } else if (part.equals("cls")) {
      String text =
          new String(bytes(file, archive, member, Long.MAX_VALUE), StandardCharsets.UTF_8);
      sample.cls = TextNode.valueOf(text.strip());
    } else if (part.equals("json")) {
      sample.jsonMember = PackedPicture.location(file.toAbsolutePath(), member.name());
      putJson(where, sample, bytes(file, archive, member, Long.MAX_VALUE));
    } else {
      sample.others.add(member);
    }
  }

  private static byte[] bytes(Path file, Archive archive, Member member, long most)
      throws IOException {
    String location = PackedPicture.location(file, member.name());
    return archive.read(member.at(), member.size(), most, location);
  }

  private void putJson(Objection where, Sample sample, byte[] text) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(text);
      JsonNode label =
          FIELDS.stream().filter(json::hasNonNull).findFirst().map(json::get).orElse(null);
      sample.hasObjects = ObjectRows.isIn(json, label != null, as);
      sample.json = sample.hasObjects ? json : label;
    } catch (JsonProcessingException e) {
      throw new DataSetException(DataSetReason.NO_JSON.of(where), e);
    }
  }

  private void end(Path file, Archive archive, Sample sample, Map<String, Sample> incomplete)
      throws IOException {
    Member picture = sample.picture == null ? other(file, archive, sample) : sample.picture;
    JsonNode label = sample.label();
    Objection where = Place.SAMPLE.of(file, sample.name);
    if (picture != null && isMasked(sample)) {
      endMasked(sample, picture);
      return;
    }
    if (picture == null && label == null && isDotted(sample)) {
      throw new DataSetException(DataSetReason.DOTTED_SAMPLE.of(where, dotted(sample)));
    }
    if (picture == null || label == null) {
      incomplete.put(sample.name, sample);
      return;
    }
    if (sample.hasObjects) {
      objects.add(where, label, picture.name(), sample.jsonMember);
    } else {
      labels.add(where, label);
    }
    entries.add(picture);
    if (objects.size() > 0 && objects.size() < entries.size()) {
      throw new DataSetException(AnnotationReason.MISSING.of(where, ObjectRow.FIELD));
    }
    leaveOut(sample, null, picture);
  }

  /// Whether masks are the labels: if the user says so, or there are no others. The first sample
  /// that has one decides.
  private boolean isMasked(Sample sample) {
    boolean there = sample.parts.stream().anyMatch(part -> isMask(part) || isBlended(part));
    if (masked == null && there && MaskFolders.areWanted(as)) {
      masked = as.target() == TargetKind.MAP || sample.label() == null;
      if (!masked) {
        notes.remark(FindingReason.UNUSED_MASKS.of("." + MASKS.getFirst()));
      }
    }
    return masked != null && masked;
  }

  private void endMasked(Sample sample, Member picture) {
    Member mask =
        sample.others.stream().filter(one -> isMask(split(one.name())[1])).findFirst().orElse(null);
    if (mask == null) {
      boolean blended = sample.parts.stream().anyMatch(TarShards::isBlended);
      notes.leftOut.add(
          (blended ? LeftOutReason.BLENDED : LeftOutReason.NO_MASK).of(), sample.name);
    } else {
      entries.add(picture);
      masks.add(mask);
    }
    leaveOut(sample, mask, picture);
  }

  private void leaveOut(Sample sample, @Nullable Member mask, Member picture) {
    sample.others.stream()
        .filter(other -> !other.equals(picture) && !other.equals(mask))
        .map(Member::name)
        .filter(PictureNames::isPicture)
        .filter(other -> !isBlended(split(other)[1]))
        .forEach(other -> notes.leftOut.add(LeftOutReason.SECOND_PICTURE.of(), other));
    sample.others.clear();
    sample.cls = null;
    sample.json = null;
  }

  /// A picture whose name does not say that it is one.
  private static @Nullable Member other(Path file, Archive archive, Sample sample)
      throws IOException {
    for (Member other : sample.others) {
      if (split(other.name())[1].indexOf('.') < 0
          && Glimpse.of(bytes(file, archive, other, Glimpse.BEGINNING)) == Glimpse.PICTURE) {
        return other;
      }
    }
    return null;
  }

  /// Whether pictures have labels of their own further on in their names: `v1.0.jpg`, `v1.0.cls`.
  private static boolean isDotted(Sample sample) {
    return sample.parts.stream()
        .filter(part -> PictureNames.isPicture("." + part))
        .map(part -> part.substring(0, part.lastIndexOf('.') + 1))
        .anyMatch(
            stem -> sample.parts.contains(stem + "cls") || sample.parts.contains(stem + "json"));
  }

  private static String dotted(Sample sample) {
    String name = sample.others.getFirst().name();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// The name of a sample and, from the first dot after the last folder, what of it this is.
  private static String[] split(String name) {
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    return dot < 0
        ? new String[] {name, ""}
        : new String[] {name.substring(0, dot), name.substring(dot + 1).toLowerCase(Locale.ROOT)};
  }
}

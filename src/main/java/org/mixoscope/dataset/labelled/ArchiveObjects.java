package org.mixoscope.dataset.labelled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.annotated.JsonKind;
import org.mixoscope.dataset.packed.Archive.Member;
import org.mixoscope.dataset.packed.Archive.State;
import org.mixoscope.image.PictureNames;

/// Finds the annotation files of pictures in archives, where they are not read: an archive of them
/// is not taken for one of pictures and nothing else.
final class ArchiveObjects {
  /// How many JSON files are looked at, and how far: what they are stands near the beginning.
  private static final int LOOKS = 8;

  private static final int BEGINNING = 1 << 16;
  private static final Pattern OF_YOLO =
      Pattern.compile("(.*/)?data\\.ya?ml", Pattern.CASE_INSENSITIVE);
  private static final Pattern LABELS =
      Pattern.compile("(?:^|(?<=/))labels(?=/)", Pattern.CASE_INSENSITIVE);

  private ArchiveObjects() {}

  /// Reads the beginning of a member.
  interface Reading {
    byte[] read(Member member, long most) throws IOException;
  }

  /// Whether the user might want them.
  static boolean areWanted(ReadAs as) {
    return as.target() == null
        || as.target() == TargetKind.OBJECTS
        || as.target() == TargetKind.LABELS;
  }

  /// The first annotation file; null if there is none.
  static @Nullable String in(List<Member> all, Reading reading) throws IOException {
    List<Member> members = all.stream().filter(ArchiveObjects::isUsable).toList();
    Set<String> pictures =
        members.stream()
            .map(Member::name)
            .filter(PictureNames::isPicture)
            .map(MaskNames::stem)
            .collect(Collectors.toSet());
    Set<String> named = members.stream().map(Member::name).collect(Collectors.toSet());
    int looks = 0;
    for (Member one : members) {
      String name = one.name();
      String ending = PictureNames.ending(name);
      boolean found =
          switch (ending) {
            case ".yaml", ".yml" -> OF_YOLO.matcher(name).matches();
            case ".xml" ->
                pictures.contains(MaskNames.stem(name))
                    || name.toLowerCase(Locale.ROOT).contains("annotations/");
            case ".txt" ->
                (named.contains(folder(name) + "classes.txt")
                        && pictures.contains(MaskNames.stem(name)))
                    || (LABELS.matcher(name).find()
                        && pictures.contains(
                            MaskNames.stem(LABELS.matcher(name).replaceFirst("images"))));
            case ".json" -> looks++ < LOOKS && isOfObjects(reading.read(one, BEGINNING));
            default -> false;
          };
      if (found) {
        return name;
      }
    }
    return null;
  }

  private static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  private static boolean isUsable(Member member) {
    return member.state() == State.FILE
        && List.of(member.name().split("/", -1)).stream().noneMatch(Clutter::isOne);
  }

  private static boolean isOfObjects(byte[] beginning) throws IOException {
    JsonKind kind = JsonKind.of(new ByteArrayInputStream(beginning));
    return kind == JsonKind.COCO || kind == JsonKind.LABEL_ME;
  }
}

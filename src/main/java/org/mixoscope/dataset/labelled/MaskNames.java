package org.mixoscope.dataset.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mixoscope.image.PictureNames;

/// What folders of pictures and of their masks are called, and what masks add to the names of their
/// pictures.
final class MaskNames {
  /// In lower case, the most telling first.
  private static final List<String> PICTURES =
      List.of("images", "jpegimages", "leftimg8bit", "image", "imgs", "img", "pictures", "photos");

  /// In lower case, the most telling first.
  private static final List<String> MASKS =
      List.of(
          "masks",
          "mask",
          "segmentationclass",
          "gtfine",
          "segmentations",
          "segmentation",
          "annotations",
          "annotation",
          "labels",
          "label",
          "ground_truth",
          "groundtruth",
          "gt");

  /// Those that can mean nothing else.
  private static final List<String> CERTAIN = List.of("masks", "mask", "segmentationclass");

  /// What masks add, the preferred first: of Cityscapes there are several.
  private static final List<String> ADDED =
      List.of(
          "_gtfine_labelids",
          "_mask",
          "-mask",
          "_masks",
          "_segmentation",
          "_seg",
          "_labelids",
          "_label",
          "_gt",
          "_l");

  /// Those of them that tell a mask from a picture in the same folder.
  private static final List<String> BESIDE =
      List.of("_mask", "-mask", "_masks", "_segmentation", "_seg", "_labelids", "_label", "_gt");

  /// What pictures add.
  private static final List<String> PICTURES_ADD =
      List.of("_leftimg8bit", "_sat", "_image", "_img");

  private MaskNames() {}

  /// The folder of pictures, if there is one; of several the most telling.
  static List<String> pictureFolders(List<String> folders) {
    return ofKind(folders, PICTURES);
  }

  static List<String> maskFolders(List<String> folders) {
    return ofKind(folders, MASKS);
  }

  /// Pairs of folders that may be of pictures and of their masks, the most telling first.
  static List<Two> sideBySide(List<String> folders) {
    List<Two> all = new ArrayList<>();
    for (String pictures : pictureFolders(folders).stream().limit(1).toList()) {
      maskFolders(folders).forEach(masks -> all.add(new Two(pictures, masks)));
    }
    all.addAll(calledAlike(folders));
    return all;
  }

  static boolean isJpeg(String name) {
    return PictureNames.ending(name).startsWith(".j");
  }

  /// What the names of folders of masks end in.
  private static final Pattern OF_MASKS =
      Pattern.compile(
          "(.*?)[ _.-]?(masks?|annot|annotations?|labels?|gt|ground["
              + " _-]?truth|segs?|segmentations?)",
          Pattern.CASE_INSENSITIVE);

  /// Two folders.
  record Two(String pictures, String masks) {}

  /// Folders of masks that are called after those of pictures, `train` and `train_masks`; or two
  /// folders, of which one is of masks by its name.
  static List<Two> calledAlike(List<String> folders) {
    List<Two> found = new ArrayList<>();
    for (String masks : folders) {
      Matcher name = OF_MASKS.matcher(masks);
      if (name.matches()) {
        folders.stream()
            .filter(one -> !OF_MASKS.matcher(one).matches())
            .filter(one -> folders.size() == 2 || one.equalsIgnoreCase(name.group(1)))
            .forEach(one -> found.add(new Two(one, masks)));
      }
    }
    return found;
  }

  private static List<String> ofKind(List<String> folders, List<String> kind) {
    return kind.stream()
        .flatMap(name -> folders.stream().filter(one -> one.toLowerCase(Locale.ROOT).equals(name)))
        .toList();
  }

  /// Whether a folder can hold nothing but masks.
  static boolean isCertain(String folder) {
    return CERTAIN.contains(folder.toLowerCase(Locale.ROOT));
  }

  /// A path without its extension.
  static String stem(String path) {
    return path.substring(0, path.length() - PictureNames.ending(path).length());
  }

  /// What the masks of a picture may be called, the preferred first; without extensions.
  ///
  /// @param stem of the picture
  static List<String> of(String stem) {
    String plain = without(stem, PICTURES_ADD);
    return List.of(stem, plain);
  }

  /// The name of the picture that a mask says it is of; its own stem if it says nothing.
  static String picture(String stem) {
    return without(stem, ADDED);
  }

  /// How much a mask is preferred to others of the same picture: the less the more.
  static int rank(String stem) {
    String lower = stem.toLowerCase(Locale.ROOT);
    for (int i = 0; i < ADDED.size(); i++) {
      if (lower.endsWith(ADDED.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Whether a picture is the mask of one beside it, by its name.
  static boolean isBeside(String path) {
    String stem = stem(path);
    return !without(stem, BESIDE).equals(stem);
  }

  /// Whether so many pictures of a folder have masks beside them that they are no chance.
  static boolean areBeside(List<String> names) {
    List<String> masks = names.stream().filter(MaskNames::isBeside).toList();
    if (masks.isEmpty()) {
      return false;
    }
    Set<String> pictures =
        names.stream()
            .filter(name -> !isBeside(name))
            .flatMap(name -> of(stem(name)).stream())
            .collect(Collectors.toSet());
    long found = masks.stream().filter(mask -> pictures.contains(picture(stem(mask)))).count();
    return found > 0
        && 2 * found >= names.size() - masks.size()
        && masks.stream().anyMatch(mask -> !isJpeg(mask));
  }

  private static String without(String stem, List<String> endings) {
    String lower = stem.toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (lower.endsWith(ending)) {
        return stem.substring(0, stem.length() - ending.length());
      }
    }
    return stem;
  }
}

package org.mixoscope.dataset.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.Objection;

/// By what rule classes have their indices where nothing declares them.
public enum ClassOrder implements Named {
  /// 1, 10, 2: character by character, as torchvision's `ImageFolder` has it.
  NAME("name", FindingReason.BY_NAME, Comparator.naturalOrder()),
  /// 1, 2, 10: runs of digits are numbers and capitals do not matter, as timm has it.
  NATURAL("natural", FindingReason.NATURALLY, ClassOrder::compareNaturally);

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final String id;
  private final FindingReason finding;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Comparator<String> comparator;

  ClassOrder(String id, FindingReason finding, Comparator<String> comparator) {
    this.id = id;
    this.finding = finding;
    this.comparator = comparator;
  }

  @Override
  public String id() {
    return id;
  }

  /// How it is said.
  Objection finding() {
    return finding.of();
  }

  /// Of the names of classes, or of files.
  public Comparator<String> comparator() {
    return comparator;
  }

  /// timm's: texts and numbers in turn; of names that are alike so, the order of the characters.
  private static int compareNaturally(String a, String b) {
    List<String> as = parts(a.toLowerCase(Locale.ROOT));
    List<String> bs = parts(b.toLowerCase(Locale.ROOT));
    for (int i = 0; i < Math.min(as.size(), bs.size()); i++) {
      int order =
          i % 2 == 0
              ? as.get(i).compareTo(bs.get(i))
              : Comparator.comparingInt(String::length)
                  .thenComparing(Comparator.naturalOrder())
                  .compare(as.get(i), bs.get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(as.size(), bs.size());
    return order == 0 ? a.compareTo(b) : order;
  }

  /// Text, number without zeros before it, text, …
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    Matcher digits = DIGITS.matcher(name);
    int at = 0;
    while (digits.find()) {
      parts.add(name.substring(at, digits.start()));
      parts.add(digits.group().replaceFirst("^0+(?=.)", ""));
      at = digits.end();
    }
    parts.add(name.substring(at));
    return parts;
  }
}

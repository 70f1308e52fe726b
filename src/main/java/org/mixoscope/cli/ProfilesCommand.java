package org.mixoscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Place;
import org.mixoscope.kernel.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// All that is known about how other frameworks mix.
@Command(
    name = "profiles",
    customSynopsis = "mixoscope profiles [--json]",
    description = {
      "Lists how each framework mixes, which mix --profile NAME follows. Of every method: how λ is"
          + " drawn by default and for what, who is mixed with whom, the --box-rule, what the label"
          + " follows, its smoothing ε, and whether pixels are rounded.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope profiles",
      "  mixoscope profiles --json",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --profile kerascv"
    })
final class ProfilesCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final ResourceBundle NOTES = CommandTexts.of("profiles");
  private static final List<String> HEADER =
      List.of("profile", "method", "λ", "per", "partner", "box", "label", "ε", "pixels");
  private static final String NONE = "–";

  private final PrintWriter out;

  @Option(names = "--json", description = "Print one JSON object instead.")
  boolean json;

  ProfilesCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.println(json ? json() : text());
    return 0;
  }

  private static String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Profile profile : Profile.all()) {
      for (Convention convention : profile.conventions()) {
        rows.add(row(profile, convention));
      }
    }
    StringJoiner text = new StringJoiner("\n");
    rows.forEach(row -> text.add(line(row, rows)));
    text.add("");
    for (Profile profile : Profile.all()) {
      text.add(profile.id() + ": " + NOTES.getString(profile.id()));
    }
    return text.toString();
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      int column = c;
      int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElseThrow();
      line.append(row.get(c)).repeat(" ", width - row.get(c).length() + 2);
    }
    return line.toString().stripTrailing();
  }

  private static List<String> row(Profile profile, Convention convention) {
    return List.of(
        profile.id(),
        convention.id(),
        lambda(convention),
        convention.granularity().id(),
        profile.pairing().id(),
        box(convention),
        label(convention),
        plain(profile.smoothing()),
        profile.rounding().id());
  }

  private static String lambda(Convention convention) {
    String alpha = plain(convention.alpha());
    return switch (convention.law()) {
      case BETA -> "Beta(%s)".formatted(alpha);
      case LARGER_OF_BETA -> "max Beta(%s)".formatted(alpha);
      case BETA_OF_RANDOM_ALPHA -> "Beta(U(0, %s))".formatted(alpha);
      case UNIFORM -> "U(0, 1)";
      case BOX_SIDES ->
          convention.method() instanceof CutMixMinMax sides
              ? "sides %s to %s".formatted(plain(sides.minSide()), plain(sides.maxSide()))
              : NONE;
    };
  }

  private static String box(Convention convention) {
    return switch (convention.method()) {
      case CutMix cutMix -> cutMix.rule().id();
      case CutMixMinMax _ -> "inside";
      default -> NONE;
    };
  }

  private static String label(Convention convention) {
    return convention.method() instanceof BoxMethod ? convention.labelRule().id() : "lambda";
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? "%.0f".formatted(number) : Double.toString(number);
  }

  private static String json() {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode profiles = root.putArray("profiles");
    for (Profile profile : Profile.all()) {
      ObjectNode node =
          profiles
              .addObject()
              .put("id", profile.id())
              .put("pairing", profile.pairing().id())
              .put("smoothing", profile.smoothing())
              .put("rounding", profile.rounding().id())
              .put("note", NOTES.getString(profile.id()));
      ArrayNode methods = node.putArray("methods");
      profile.conventions().forEach(convention -> add(convention, methods.addObject()));
    }
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private static void add(Convention convention, ObjectNode node) {
    node.put("method", convention.id()).put("lambda", convention.law().id());
    if (convention.law().hasAlpha()) {
      node.put("alpha", convention.alpha());
    }
    node.put("granularity", convention.granularity().id());
    node.put("shared_place", convention.place() == Place.SHARED);
    BoxRule rule = convention.boxRule();
    if (rule != null) {
      node.put("box_rule", rule.id());
    }
    node.put("label", label(convention));
    if (convention.method() instanceof CutMixMinMax sides) {
      node.putArray("sides").add(sides.minSide()).add(sides.maxSide());
      node.put("last_place", convention.place() != Place.NEVER_LAST);
    }
  }
}

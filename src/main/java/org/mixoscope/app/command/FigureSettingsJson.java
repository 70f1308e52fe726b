package org.mixoscope.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.FigureSettings;
import org.mixoscope.app.ui.Language;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Paper;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;

/// What the user wants of figures, as JSON; names are those of the command line.
final class FigureSettingsJson {
  private FigureSettingsJson() {}

  static ObjectNode tree(FigureSettings settings) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("template", settings.template().id()).put("theme", settings.paper().id());
    ArrayNode panels = node.putArray("panels");
    settings.panels().stream().sorted().forEach(panel -> panels.add(panel.id()));
    node.put("titled", settings.titled())
        .put("title", settings.title())
        .put("format", settings.format().extension())
        .put("scale", settings.scale());
    if (settings.sweep() != null) {
      node.put("sweep", settings.sweep().id());
    }
    if (settings.frames() != null) {
      node.put("frames", settings.frames());
    }
    if (settings.language() != null) {
      node.put("language", settings.language().id());
    }
    return node;
  }

  /// @throws IllegalArgumentException if a name is not known or a number out of range
  static FigureSettings read(JsonNode node) {
    Set<Panel> panels = EnumSet.noneOf(Panel.class);
    node.path("panels").forEach(id -> panels.add(named(Panel.values(), Panel::id, id)));
    return new FigureSettings(
        named(Template.values(), Template::id, node.path("template")),
        // The first version had no dark ones.
        node.has("theme") ? named(Paper.values(), Paper::id, node.path("theme")) : Paper.LIGHT,
        panels,
        node.path("titled").asBoolean(),
        node.path("title").asText(),
        named(FigureFormat.values(), FigureFormat::extension, node.path("format")),
        node.path("scale").asInt(),
        optional(Sweep.Over.values(), Sweep.Over::id, node.get("sweep")),
        node.has("frames") ? node.path("frames").asInt() : null,
        optional(Language.values(), Language::id, node.get("language")));
  }

  private static <E> @Nullable E optional(
      E[] all, Function<E, String> id, @Nullable JsonNode node) {
    return node == null ? null : named(all, id, node);
  }

  private static <E> E named(E[] all, Function<E, String> id, JsonNode node) {
    return Stream.of(all)
        .filter(one -> id.apply(one).equals(node.asText()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("figure: %s is unknown".formatted(node)));
  }
}

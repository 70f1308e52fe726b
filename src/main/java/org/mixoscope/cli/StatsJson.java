package org.mixoscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.stats.Distribution;
import org.mixoscope.stats.Estimate;
import org.mixoscope.stats.MixStatistics;

/// Statistics for programs: every number in full, with its standard error.
final class StatsJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private StatsJson() {}

  static String write(StatsReport report) {
    MixStatistics statistics = report.statistics();
    ObjectNode root = MAPPER.createObjectNode();
    Method method = report.method();
    root.put("method", method.type().id());
    ObjectNode settings = root.putObject("settings");
    for (Parameter<?> parameter : method.type().parameters()) {
      settings.putPOJO(parameter.id(), plain(parameter, method.settings()));
    }
    root.putObject("frame")
        .put("width", statistics.frame().width())
        .put("height", statistics.frame().height());
    root.put("exact", statistics.isExact());
    root.put("draws", statistics.isExact() ? 0 : report.draws());
    root.put("seed", report.seed());
    if (method.type().uses(Trait.LAMBDA)) {
      add(statistics.lambda(), root.putObject("lambda"));
    } else {
      root.putNull("lambda");
    }
    add(statistics.effective(), root.putObject("effective_lambda"));
    add(statistics.othersShare(), root.putObject("others_share"));
    add(statistics.untouched(), root.putObject("untouched"));
    add(statistics.replaced(), root.putObject("replaced"));
    ObjectNode coverage = root.putObject("coverage");
    coverage.put("exact", statistics.coverage().rows().getFirst().getFirst().exact());
    ArrayNode rows = coverage.putArray("rows");
    ArrayNode errors = coverage.putArray("standard_errors");
    for (List<Estimate> row : statistics.coverage().rows()) {
      add(row, Estimate::value, rows.addArray());
      add(row, Estimate::standardError, errors.addArray());
    }
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private static <T> Object plain(Parameter<T> parameter, Settings settings) {
    T value = settings.get(parameter);
    return value instanceof Enum ? parameter.format(value) : value;
  }

  private static void add(Distribution distribution, ObjectNode node) {
    add(distribution.mean(), node.putObject("mean"));
    add(distribution.deviation(), node.putObject("deviation"));
    add(distribution.weaker(), node.putObject("weaker"));
    ArrayNode quantiles = node.putArray("quantiles");
    for (Distribution.Quantile quantile : distribution.quantiles()) {
      add(quantile.at(), quantiles.addObject().put("p", quantile.p()));
    }
    ObjectNode histogram = node.putObject("histogram");
    histogram.put("exact", distribution.histogram().getFirst().exact());
    add(distribution.histogram(), Estimate::value, histogram.putArray("probabilities"));
    add(distribution.histogram(), Estimate::standardError, histogram.putArray("standard_errors"));
  }

  private static void add(Estimate estimate, ObjectNode node) {
    node.put("value", estimate.value());
    node.put("standard_error", estimate.standardError());
    node.put("exact", estimate.exact());
  }

  private static void add(
      List<Estimate> estimates, ToDoubleFunction<Estimate> number, ArrayNode array) {
    estimates.stream().mapToDouble(number).forEach(array::add);
  }
}

package org.mixoscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.lab.study.AlphaSearch;
import org.mixoscope.lab.study.Measure;
import org.mixoscope.lab.study.Spread;
import org.mixoscope.lab.study.Study.Point;

/// A training for programs: every number in full; a standard deviation is null where there is one
/// seed.
final class TrainJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private TrainJson() {}

  /// @param confusion whether to say what was taken for what
  static String write(TrainReport report, TrainReport.Result result, boolean confusion) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("data", report.source());
    root.put("train_size", report.splits().getFirst().train().size());
    root.put("test_size", report.splits().getFirst().test().size());
    root.put("net", report.plain().net().name());
    root.put("epochs", report.epochs());
    root.put("seeds", report.splits().size());
    root.put("seed", report.seed());
    root.put("label_noise", report.labelNoise());
    if (confusion) {
      ArrayNode names = root.putArray("classes");
      report.classes().forEach(names::add);
    }
    if (result.search() != null) {
      search(result.search(), root.putObject("search"));
    }
    ArrayNode runs = root.putArray("runs");
    Spread base = result.last(0, p -> p.test().accuracy());
    for (int run = 0; run < result.runs().size(); run++) {
      Spread test = result.last(run, p -> p.test().accuracy());
      ObjectNode node = runs.addObject().put("policy", result.runs().get(run).name());
      spread(test, node.putObject("test_accuracy"));
      spread(result.last(run, p -> p.train().accuracy()), node.putObject("train_accuracy"));
      spread(result.last(run, p -> p.test().ece()), node.putObject("ece"));
      spread(result.last(run, p -> p.test().nll()), node.putObject("nll"));
      ArrayNode robustness = node.putArray("robustness");
      for (TrainReport.Disturbed one : result.disturbed()) {
        ObjectNode way = robustness.addObject();
        way.put("kind", one.how().kind().id()).put("strength", one.how().strength());
        spread(one.accuracies().get(run), way.putObject("accuracy"));
      }
      if (confusion) {
        ArrayNode rows = node.putArray("confusion");
        for (int[] row : result.confusion(run)) {
          ArrayNode counts = rows.addArray();
          IntStream.of(row).forEach(counts::add);
        }
      }
      node.put("wins", test.wins(base));
      ObjectNode gain = node.putObject("gain");
      difference(test.minus(base), gain);
      ArrayNode curve = node.putArray("curve");
      for (List<List<Point>> epoch : result.points()) {
        point(epoch.get(run), curve.addObject());
      }
    }
    root.put("seconds", result.seconds());
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private static void point(List<Point> seeds, ObjectNode node) {
    node.put("epoch", seeds.getFirst().epoch());
    for (Measure measure : Measure.values()) {
      node.put(measure.id(), TrainReport.mean(seeds, measure));
    }
  }

  private static void search(AlphaSearch search, ObjectNode node) {
    spread(search.none(), node.putObject("none"));
    ArrayNode all = node.putArray("alphas");
    for (int i = 0; i < search.alphas().size(); i++) {
      ObjectNode one = all.addObject().put("alpha", search.alphas().get(i));
      spread(search.accuracies().get(i), one.putObject("accuracy"));
    }
    node.put("best", search.alphas().get(search.best()));
    ArrayNode alike = node.putArray("alike");
    search.alike().forEach(alike::add);
    difference(search.gain(), node.putObject("gain"));
  }

  private static void difference(Spread gain, ObjectNode node) {
    node.put("mean", gain.mean());
    number("uncertainty", gain.uncertainty(), node);
    node.put("differs", gain.differs());
  }

  private static void spread(Spread spread, ObjectNode node) {
    node.put("mean", spread.mean());
    number("sd", spread.sd(), node);
  }

  private static void number(String name, double value, ObjectNode node) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}

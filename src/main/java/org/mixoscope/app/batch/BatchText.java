package org.mixoscope.app.batch;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.batch.Survey.Data;
import org.mixoscope.app.batch.Survey.Place;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.batch.Amounts;
import org.mixoscope.batch.BatchJob.Estimate;
import org.mixoscope.batch.BatchJob.Found;
import org.mixoscope.batch.ObjectCounts;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.Retry;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.MapForm;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.dataset.LeftOut;
import org.mixoscope.dataset.labelled.Background;
import org.mixoscope.dataset.labelled.Census;
import org.mixoscope.dataset.labelled.Findings;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.recipe.Recipe;

/// What the Batch screen says, in the language of the moment.
final class BatchText {
  private static final double MILLIS = 1000;

  /// How many classes are named.
  private static final int CLASSES = 10;

  private final Messages messages;
  private final OtherText others;

  BatchText(Messages messages) {
    this.messages = messages;
    others = new OtherText(messages);
  }

  /// `12,292`.
  static String number(long count) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(count);
  }

  /// `0.1`, and `1` rather than `1.0`.
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  String policy(PolicyChoice choice, Recipe recipe) {
    return switch (choice) {
      case PolicyChoice.Explore _ ->
          messages.get("batch.policy.explore", method(recipe.method().type().id()));
      case PolicyChoice.Known(var preset) -> messages.get("preset." + preset.id());
      case PolicyChoice.Training(var training) ->
          messages.get("batch.policy.training", training.name());
      case PolicyChoice.Framework(var profile, var convention) ->
          profile.id() + " · " + method(convention.id());
      case PolicyChoice.Given(var policy) -> messages.get("batch.policy.given", methods(policy));
    };
  }

  private String methods(Policy policy) {
    return policy.choices().stream()
        .map(choice -> method(choice.drawing().method().type().id()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  String method(String id) {
    return messages.get("method." + id);
  }

  String encoding(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Jpeg _ -> "JPEG";
      case Encoding.Png _ -> messages.get("batch.image.png");
      case Encoding.Deep deep -> messages.get("batch.image." + deep);
      case Encoding.Numbers numbers -> messages.get("batch.image." + numbers);
    };
  }

  /// What is in the data set.
  String found(Survey survey) {
    Data data = survey.data();
    return data == null
        ? others.found(survey.other())
        : Stream.of(Stream.of(found(data)), understood(data), shrunk(survey))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\n"));
  }

  /// How many pictures are decoded smaller, where that is permitted.
  private Stream<String> shrunk(Survey survey) {
    Estimate estimate = survey.estimate();
    return estimate == null || estimate.shrunk().isEmpty()
        ? Stream.empty()
        : Stream.of(messages.get("batch.found.shrunk", number(estimate.shrunk().getAsInt())));
  }

  private String found(Data data) {
    String kind = messages.get("batch.kind." + data.kind());
    String split = data.findings().split();
    return messages.get(
        "batch.found",
        number(data.pictures()),
        number(data.classes().size()),
        split == null ? kind : kind + " · " + split);
  }

  /// `Pixels: sky 71 %, cat 29 %, ignored 3 %`.
  private Stream<String> pixels(Data data) {
    return data.pixels().stream()
        .map(
            pixels -> {
              String shares =
                  IntStream.range(0, Math.min(CLASSES, data.classes().size()))
                      .mapToObj(i -> data.classes().get(i) + " " + percent(pixels.share(i)) + " %")
                      .collect(Collectors.joining(", "));
              String more = data.classes().size() > CLASSES ? ", …" : "";
              String ignored =
                  pixels.ignored() == 0
                      ? ""
                      : ", "
                          + messages.get(
                              "batch.found.pixels.ignored", percent(pixels.ignoredShare()));
              return messages.get("batch.found.pixels", shares + more + ignored);
            });
  }

  /// The classes and their order, what was guessed, and what is left out.
  private Stream<String> understood(Data data) {
    Findings findings = data.findings();
    String names =
        IntStream.range(0, Math.min(CLASSES, data.counts().length))
            .mapToObj(i -> data.classes().get(i) + " " + number(data.counts()[i]))
            .collect(Collectors.joining(", "));
    String more = data.counts().length > CLASSES ? ", …" : "";
    String order = messages.get(findings.order());
    return Stream.of(
            Stream.of(messages.get("batch.found.classes", names + more, order)),
            pixels(data),
            findings.remarks().stream().map(messages::get),
            findings.leftOut().stream().map(this::leftOut))
        .flatMap(lines -> lines);
  }

  /// How many pictures the background has, and what is left out of it.
  String background(Survey survey) {
    Background background = survey.background();
    return background == null
        ? ""
        : Stream.concat(
                Stream.of(messages.get("batch.background.found", number(background.size()))),
                background.leftOut().stream().map(this::leftOut))
            .collect(Collectors.joining("\n"));
  }

  private String leftOut(LeftOut one) {
    return messages.get("batch.found.left-out", number(one.count()), messages.get(one.why()));
  }

  /// How much room is needed, and how much there is; or that all is there already.
  String needs(Survey survey) {
    if (survey.target() == Found.ALL && !survey.hasRest()) {
      return messages.get("batch.target.ALL");
    }
    Estimate estimate = survey.estimate();
    if (estimate == null || survey.free() < 0) {
      return "";
    }
    return messages.get(
        survey.isTooLarge() ? "batch.needs.too-much" : "batch.needs",
        Amounts.bytes(estimate.bytes()),
        Amounts.bytes(survey.free()));
  }

  /// What comes of trying again what could not be read, if that is asked for.
  String retried(Survey survey) {
    Retry retry = survey.retry();
    return retry == null
        ? ""
        : messages.get(
            retry.rewritten() == 0 ? "batch.retry.nothing" : "batch.retry.found",
            number(retry.readable()),
            number(retry.named()),
            number(retry.rewritten()),
            number(retry.from()));
  }

  /// `4 · 12.5 % → 33.3 %`: pictures, and shares of all labels.
  String shares(ClassRow row) {
    return messages.get(
        "batch.classes.shares",
        number(row.pictures()),
        percent(row.before()),
        percent(row.after()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.01 && share > 0 ? "%.3f" : "%.1f", 100 * share);
  }

  /// How many channels an array has and why, if the pictures decide.
  String channels(Survey survey) {
    Estimate estimate = survey.estimate();
    return estimate == null
        ? ""
        : Stream.concat(
                estimate.census().filter(all -> all.pictures() > 0).map(this::channels).stream(),
                estimate.maps().map(this::maps).stream())
            .collect(Collectors.joining("\n"));
  }

  private String maps(MapForm maps) {
    String key = maps.soft() ? "batch.array.soft-maps" : "batch.array.maps";
    return messages.get(key, maps.dtype(), number(maps.classes()));
  }

  private String channels(Census all) {
    String key = all.grey() == 0 ? "colour" : all.colour() == 0 ? "grey" : "both";
    return messages.get("batch.array." + key, number(all.colour()), number(all.pictures()));
  }

  /// What keeps the job from being started, if it belongs to a place.
  String problem(Survey survey, Place place) {
    Exception problem = survey.problem();
    if (problem != null) {
      return survey.place() == place ? Problems.text(problem, messages) : "";
    }
    Found target = survey.target();
    return place == Place.TARGET
            && (target == Found.OTHER || target == Found.INPUT || target == Found.SHARDS)
        ? messages.get("batch.target." + target)
        : "";
  }

  /// The plan before the start.
  String plan(Survey survey) {
    Estimate estimate = survey.estimate();
    if (survey.other() != null && survey.problem() == null) {
      return messages.get(
          survey.target() == null
              ? "batch.other.nowhere"
              : survey.hasRest() ? "batch.other.resume" : "batch.other.plan",
          number(survey.making()));
    }
    if (survey.data() == null || survey.problem() != null) {
      return messages.get(survey.wish().source() == null ? "batch.choose" : "batch.stuck");
    }
    if (estimate == null) {
      return messages.get("batch.counting");
    }
    String key =
        survey.target() == null
            ? "batch.nowhere"
            : survey.hasRest() ? "batch.plan.resume" : "batch.plan";
    return messages.get(key, number(estimate.samples()), Amounts.bytes(estimate.bytes()));
  }

  /// `7,912 of 12,292`.
  String count(@Nullable Seen seen) {
    if (seen == null) {
      return messages.get("batch.starting");
    }
    Progress progress = seen.progress();
    return messages.get("batch.done-of", number(progress.done()), number(progress.total()));
  }

  /// `1,060 a second · 0:04 left`.
  String pace(@Nullable Seen seen, boolean stopping) {
    if (stopping) {
      return messages.get("batch.stopping");
    }
    if (seen == null) {
      return "";
    }
    Progress progress = seen.progress();
    return messages.get("batch.pace", rate(progress), Amounts.time(progress.remaining()));
  }

  /// The closing line.
  String over(Ended ended) {
    Progress progress = ended.progress();
    if (!ended.isComplete()) {
      return messages.get("batch.stopped", number(progress.done()), number(progress.total()));
    }
    if (progress.before() == progress.total()) {
      return messages.get("batch.complete.before", number(progress.total()));
    }
    String complete =
        messages.get(
            "batch.complete",
            number(progress.written()),
            String.format(Locale.ROOT, "%.1f", progress.elapsed().toMillis() / MILLIS),
            rate(progress));
    return progress.skipped() == 0
        ? complete
        : messages.get("batch.complete.skipped", complete, number(progress.skipped()));
  }

  /// Clips take longer than a second each.
  private static String rate(Progress progress) {
    double rate = progress.rate();
    return rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : number(Math.round(rate));
  }

  /// What became of the objects so far.
  String objects(Progress progress) {
    ObjectCounts counts = progress.objects();
    List<String> lines = new ArrayList<>();
    if (counts.shown() > 0) {
      lines.add(
          messages.get(
              "batch.objects",
              number(counts.shown()),
              number(counts.kept()),
              number(counts.ignored()),
              number(counts.gone())));
    }
    if (counts.leftOut() > 0) {
      lines.add(messages.get("batch.objects.left-out", number(counts.leftOut())));
    }
    if (counts.unlabelled() > 0) {
      lines.add(messages.get("batch.objects.unlabelled", number(counts.unlabelled())));
    }
    return String.join("\n", lines);
  }

  /// Why it failed, and how far it had come.
  String failed(Exception problem, @Nullable Seen seen) {
    String why = Problems.text(problem, messages);
    if (seen == null) {
      return why;
    }
    Progress progress = seen.progress();
    return messages.get("batch.failed", why, number(progress.done()), number(progress.total()));
  }

  /// What a picture that was left out is called and why.
  String skipped(Skipped skipped) {
    return Problems.text(skipped.problem(), messages);
  }

  /// `71 % cat, 29 % coffee`.
  static String spoken(Shown sample) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < sample.classes().size(); c++) {
      text.append(c == 0 ? "" : ", ")
          .append(Math.round(100 * sample.label().get(c)))
          .append(" % ")
          .append(sample.classes().get(c));
    }
    return text.toString();
  }
}

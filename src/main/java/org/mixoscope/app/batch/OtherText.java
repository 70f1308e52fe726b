package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.dataset.labelled.TextTable;

/// What the Batch screen says of clips and texts, in the language of the moment.
final class OtherText {
  private final Messages messages;

  OtherText(Messages messages) {
    this.messages = messages;
  }

  /// What there is in place of a data set; nothing if there is one.
  String found(@Nullable Other other) {
    return switch (other) {
      case null -> "";
      case Other.Clips clips ->
          lines(
              messages.get(
                  "batch.other.clips",
                  BatchText.number(clips.size()),
                  BatchText.number(clips.classes())),
              noClips(clips.folder().leftOut()));
      case Other.Texts(_, TextTable table, _) ->
          lines(
              messages.get(
                  "batch.other.texts",
                  BatchText.number(table.size()),
                  table.textColumn(),
                  BatchText.number(table.classes().size()),
                  table.labelColumn()),
              table.findings().remarks().stream()
                  .map(messages::get)
                  .collect(Collectors.joining("\n")),
              noTexts(table.leftOut()));
    };
  }

  private String noClips(List<Path> files) {
    return files.isEmpty()
        ? ""
        : messages.get(
            "batch.other.no-clips", BatchText.number(files.size()), files.getFirst().getFileName());
  }

  private String noTexts(List<TextTable.LeftOut> rows) {
    return rows.isEmpty()
        ? ""
        : messages.get(
            "batch.other.no-texts",
            BatchText.number(rows.size()),
            messages.get(rows.getFirst().reason()));
  }

  private static String lines(String... lines) {
    return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}

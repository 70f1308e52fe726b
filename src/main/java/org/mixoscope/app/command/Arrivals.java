package org.mixoscope.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Recent;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.dataset.Contents;
import org.mixoscope.dataset.Search;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// Recipes that arrive from elsewhere. Their pictures are looked for beside the file, in the open
/// folder and among the recent ones; the panes ask for those that are not found.
final class Arrivals {
  private final MixModel model;
  private final PoolModel pool;
  private final Recent recent;
  private final Messages messages;
  private final TaskRunner tasks;
  private final Toast toast;

  Arrivals(
      MixModel model,
      PoolModel pool,
      Recent recent,
      Messages messages,
      TaskRunner tasks,
      Toast toast) {
    this.model = model;
    this.pool = pool;
    this.recent = recent;
    this.messages = messages;
    this.tasks = tasks;
    this.toast = toast;
  }

  /// Takes over a recipe, and says what is missing.
  ///
  /// @param folder of the file that it comes from; null for a text
  /// @param taken what else is to be done then
  void take(Recipe recipe, @Nullable Path folder, Runnable taken) {
    Search search = search(folder);
    tasks.run(
        () -> search.find(recipe),
        found -> {
          model.edit(r -> found.recipe());
          taken.run();
          if (found.missing().isEmpty()) {
            toast.inform(messages.get("recipe.restored"));
          } else {
            toast.warn(sentence(found.missing()));
          }
        },
        model::report);
  }

  private Search search(@Nullable Path folder) {
    List<String> mixed =
        Stream.concat(
                recent.all().stream().flatMap(List::stream), model.recipe().sources().stream())
            .map(Source::location)
            .distinct()
            .toList();
    return new Search(folder, pool.pool(), mixed);
  }

  private String sentence(List<Search.Missing> missing) {
    String names =
        missing.stream().map(one -> one.reference().name()).collect(Collectors.joining(", "));
    Stream<String> impostors =
        missing.stream()
            .flatMap(one -> one.impostors().stream())
            .map(file -> messages.get("recipe.impostor", file));
    return Stream.concat(Stream.of(messages.get("recipe.missing", names)), impostors)
        .collect(Collectors.joining(" "));
  }

  /// Puts a file into pane k. If the pane asked for one, others that are missing are looked for
  /// beside it.
  void open(int k, Path file) {
    Recipe recipe = model.recipe();
    Optional<Reference> asked = asked(recipe, k);
    if (asked.isEmpty()) {
      model.pictures().open(k, file);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    Search search = search(folder);
    tasks.run(
        () -> new Answer(isThat(asked.get(), file), search.find(recipe).recipe()),
        answer -> {
          if (!answer.right) {
            toast.warn(messages.get("source.other", file.toString()));
          }
          take(k, file, recipe, answer);
        },
        model::report);
  }

  /// What came of a file that was asked for.
  ///
  /// @param right whether it is the picture that the recipe means
  /// @param found the recipe with what was found beside it
  private record Answer(boolean right, Recipe found) {}

  private void take(int k, Path file, Recipe before, Answer answer) {
    Map<Integer, Source> offered = new TreeMap<>();
    for (int i = 0; i < before.sources().size(); i++) {
      Source now = answer.found.sources().get(i);
      if (!now.equals(before.sources().get(i))) {
        offered.put(i, now);
      }
    }
    Source chosen = Source.of(file);
    Source asked = before.sources().get(k);
    String annotation = answer.found.sources().get(k).annotation();
    offered.put(
        k,
        answer.right
            ? new Source(chosen.location(), asked.className(), annotation, asked.soft())
            : chosen);
    model.pictures().open(offered);
    String mask = answer.found.mask();
    if (mask != null && !mask.equals(before.mask())) {
      model.edit(r -> r.withMask(mask));
    }
  }

  private static Optional<Reference> asked(Recipe recipe, int k) {
    return k < recipe.sources().size()
        ? Reference.at(recipe.sources().get(k).location())
        : Optional.empty();
  }

  private static boolean isThat(Reference asked, Path file) {
    try {
      return Contents.read(file.toString()).equals(asked.contents());
    } catch (IOException e) {
      return false; // The pane says what is wrong with it.
    }
  }
}

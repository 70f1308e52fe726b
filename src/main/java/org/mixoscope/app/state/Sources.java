package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// How many sources a recipe has, and which; nothing is read here.
public final class Sources {
  private static final int FEWEST = 2;

  private final ObservableValue<Recipe> recipe;
  private final Function<List<Source>, PixelKind> kind;
  private final Predicate<Source> moves;
  private final Predicate<Source> isVolume;
  private final Consumer<UnaryOperator<Recipe>> edit;

  /// @param kind what some pictures are mixed as
  /// @param moves whether a source is a clip
  /// @param isVolume whether it is one of slices
  /// @param edit changes the recipe, and has its pictures followed
  Sources(
      ObservableValue<Recipe> recipe,
      Function<List<Source>, PixelKind> kind,
      Predicate<Source> moves,
      Predicate<Source> isVolume,
      Consumer<UnaryOperator<Recipe>> edit) {
    this.recipe = recipe;
    this.kind = kind;
    this.moves = moves;
    this.isVolume = isVolume;
    this.edit = edit;
  }

  List<Source> all() {
    return recipe.getValue().sources();
  }

  /// Whether there is room for one more.
  public boolean canAdd() {
    return all().size() < MethodType.MOST_SOURCES;
  }

  /// Whether there are more than the two that every mix needs.
  public boolean canRemove() {
    return all().size() > FEWEST;
  }

  /// One more, if there is room.
  public void add(Source source) {
    place(all().size(), List.of(source));
  }

  /// The first sample that is no source yet as one more.
  public void addSample() {
    List<Source> present = all();
    add(
        Sample.ALL.stream()
            .filter(
                sample -> present.stream().noneMatch(s -> s.location().equals(sample.location())))
            .findFirst()
            .orElseGet(() -> Sample.ALL.get(present.size() % Sample.ALL.size()))
            .source());
  }

  /// Another picture in place of source k.
  public void set(int k, Source source) {
    place(k, List.of(source));
  }

  /// All others.
  public void use(List<Source> others) {
    put(others);
  }

  /// Another page, frame or slice of the file of source k; nothing if it is that one already.
  ///
  /// @param page from 1
  public void turnTo(int k, int page) {
    Source now = all().get(k);
    String file = PackedPicture.fileOf(now.location());
    String location = page == 1 ? file : PackedPicture.location(file, Integer.toString(page));
    if (!location.equals(now.location())) {
      boolean moving =
          IntStream.range(0, all().size()).anyMatch(i -> i != k && moves.test(all().get(i)));
      edit.accept(r -> (moving ? r : r.with((Course) null)).with(k, at(location, now)));
    }
  }

  /// All pages or slices of the file of source k together, as a volume. They are mixed by what has
  /// a depth, unless the recipe says already how its draw runs over frames.
  public void turnToAll(int k) {
    Source now = all().get(k);
    String file = PackedPicture.fileOf(now.location());
    String location = PackedPicture.location(file, PackedPicture.ALL);
    edit.accept(r -> deep(r.with(k, at(location, now))));
  }

  /// Whether all pages or slices of the file of source k are taken together.
  public boolean isAll(int k) {
    String location = all().get(k).location();
    String file = PackedPicture.fileOf(location);
    return location.equals(PackedPicture.location(file, PackedPicture.ALL));
  }

  private static Source at(String location, Source now) {
    return new Source(location, now.className(), now.annotation(), now.soft());
  }

  private static Recipe deep(Recipe recipe) {
    return recipe.along() == null ? recipe.along(CourseType.usual(recipe.method(), true)) : recipe;
  }

  /// Takes source k away, if two are left.
  public void remove(int k) {
    if (canRemove()) {
      List<Source> left = new ArrayList<>(all());
      left.remove(k);
      put(left);
    }
  }

  /// Others in place of those that are there; where there is none, none comes.
  void replace(Map<Integer, Source> others) {
    List<Source> present = all();
    put(
        IntStream.range(0, present.size())
            .mapToObj(k -> others.getOrDefault(k, present.get(k)))
            .toList());
  }

  /// Others in place of those from k on, and after the last, as far as there is room.
  void place(int k, List<Source> others) {
    List<Source> changed = new ArrayList<>(all());
    for (int i = 0; i < others.size() && k + i < MethodType.MOST_SOURCES; i++) {
      if (k + i < changed.size()) {
        changed.set(k + i, others.get(i));
      } else {
        changed.add(others.get(i));
      }
    }
    put(changed);
  }

  /// What somebody puts together here is mixed at the depth of the pictures. A window is kept while
  /// there is something to see through it, a course while there is a clip.
  private void put(List<Source> sources) {
    PixelKind now = kind.apply(sources);
    boolean becomesVolume = all().stream().noneMatch(moves) && sources.stream().anyMatch(isVolume);
    boolean stopped = all().stream().anyMatch(moves) && sources.stream().noneMatch(moves);
    edit.accept(
        r -> {
          Recipe others =
              (stopped ? r.with((Course) null) : r)
                  .withSources(sources)
                  .with(now)
                  .withWindow(now.type() == ElementType.UINT8 ? null : r.window());
          return becomesVolume ? deep(others) : others;
        });
  }
}

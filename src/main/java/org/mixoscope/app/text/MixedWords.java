package org.mixoscope.app.text;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.text.MixedText;
import org.mixoscope.text.Passage;
import org.mixoscope.text.Passage.Stretch;
import org.mixoscope.text.Segment;
import org.mixoscope.text.SpanCutMix;

/// The mixed text in the colours of its sources. A span can be dragged, made longer and shorter at
/// its ends, and moved by the arrow keys.
final class MixedWords extends Pane {
  /// More would be slow, and nobody reads so far.
  static final int MOST_WORDS = 2000;

  /// Pixels.
  private static final double BESIDE = 2;

  private final TextModel model;
  private final TextFlow flow = new TextFlow();
  private final Path span = new Path();
  private final Path start = new Path();
  private final Path end = new Path();
  private List<Stretch> words = List.of();
  private SpanCutMix.@Nullable Place place;
  private int longest;
  private @Nullable Drag drag;

  /// A drag in progress: the word that it began on, and where the span was.
  private record Drag(int word, SpanCutMix.Place from) {}

  /// What becomes of a span when the pointer is so many words further on.
  private interface Move {
    void by(SpanCutMix.Place from, int words, boolean inB);
  }

  MixedWords(TextModel model, Messages messages) {
    this.model = model;
    getStyleClass().add("mixed-words");
    flow.setId("mixed-words");
    span.setId("text-span");
    span.getStyleClass().addAll("text-span", SourceColour.B.styleClass());
    span.setCursor(Cursor.MOVE);
    span.setFocusTraversable(true);
    Explained.spoken(span, messages, "text.span");
    grip(start, "text-span-start");
    grip(end, "text-span-end");
    for (Node shape : List.of(span, start, end)) {
      shape.setManaged(false);
    }
    getChildren().addAll(span, flow, start, end);
    flow.setMouseTransparent(true);
    listen(span, this::moved);
    listen(start, (from, by, inB) -> fromStart(from, by));
    listen(end, (from, by, inB) -> model.place(from.words() + by, from.inA(), from.inB()));
    span.setOnKeyPressed(this::press);
  }

  private static void grip(Path path, String id) {
    path.setId(id);
    path.getStyleClass().addAll("text-grip", SourceColour.B.styleClass());
    path.setCursor(Cursor.H_RESIZE);
  }

  /// Shows a mix.
  ///
  /// @param now where its span is; null where it has none
  void show(MixedText mix, SpanCutMix.@Nullable Place now) {
    place = now;
    longest = mix.composition().passages().get(1).size();
    List<Node> runs = new ArrayList<>();
    int left = MOST_WORDS;
    for (Segment segment : mix.composition().segments()) {
      if (left > 0) {
        runs.add(run(mix, segment, left));
      }
      left -= segment.words();
    }
    flow.getChildren().setAll(runs);
    words = mix.composition().stretches();
    requestLayout();
  }

  private static Text run(MixedText mix, Segment segment, int most) {
    List<Passage> passages = mix.composition().passages();
    String whole = segment.text(passages);
    int kept = whole.length();
    if (segment.words() > most) {
      int last = segment.from() + most - 1;
      kept -= segment.end() - passages.get(segment.source()).words().get(last).end();
    }
    Text run = new Text(whole.substring(0, kept));
    run.getStyleClass().addAll("mixed-run", SourceColour.of(segment.source()).styleClass());
    return run;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width - snappedLeftInset() - snappedRightInset())
        + snappedTopInset()
        + snappedBottomInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, flow.prefHeight(width));
    flow.layout();
    SpanCutMix.Place now = place;
    boolean shown = now != null && now.words() > 0 && now.inA() + now.words() <= MOST_WORDS;
    for (Path path : List.of(span, start, end)) {
      path.setVisible(shown);
      path.setLayoutX(flow.getLayoutX());
      path.setLayoutY(flow.getLayoutY());
    }
    // Beside the letters, not on them.
    start.setTranslateX(-BESIDE);
    end.setTranslateX(BESIDE);
    if (now != null && shown) {
      int first = words.get(now.inA()).start();
      int last = words.get(now.inA() + now.words() - 1).end();
      span.getElements().setAll(flow.getRangeShape(first, last, false));
      start.getElements().setAll(flow.getCaretShape(first, true));
      end.getElements().setAll(flow.getCaretShape(last - 1, false));
    }
  }

  private void listen(Path shape, Move move) {
    shape.setOnMousePressed(
        e -> {
          SpanCutMix.Place now = place;
          if (now != null) {
            model.history().beginGesture();
            drag = new Drag(wordAt(e), now);
            span.requestFocus();
            e.consume();
          }
        });
    shape.setOnMouseDragged(
        e -> {
          Drag now = drag;
          if (now != null) {
            move.by(now.from, wordAt(e) - now.word, e.isShiftDown());
            e.consume();
          }
        });
    shape.setOnMouseReleased(
        e -> {
          drag = null;
          model.history().endGesture();
        });
  }

  /// The word of the mix under the pointer, or the last before it.
  private int wordAt(MouseEvent event) {
    Point2D at = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
    int sign = flow.getHitInfo(at).getCharIndex();
    int word = 0;
    while (word + 1 < words.size() && words.get(word + 1).start() <= sign) {
      word++;
    }
    return word;
  }

  private void moved(SpanCutMix.Place from, int by, boolean inB) {
    model.place(from.words(), from.inA() + (inB ? 0 : by), from.inB() + (inB ? by : 0));
  }

  /// The end stays where it is, and the start where B has no more words.
  private void fromStart(SpanCutMix.Place from, int by) {
    int end = from.inA() + from.words();
    int inA = Math.clamp(from.inA() + (long) by, Math.max(0, end - longest), end - 1);
    model.place(end - inA, inA, from.inB());
  }

  private void press(KeyEvent event) {
    SpanCutMix.Place now = place;
    if (now == null || !event.getCode().isArrowKey()) {
      return;
    }
    int by = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.DOWN ? -1 : 1;
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      model.place(Math.max(1, now.words() + by), now.inA(), now.inB());
    } else {
      moved(now, by, event.isShiftDown());
    }
    event.consume();
  }
}

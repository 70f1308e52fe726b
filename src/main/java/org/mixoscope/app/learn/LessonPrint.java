package org.mixoscope.app.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.figure.Figure;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Handout;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Template;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Said;
import org.mixoscope.lesson.Step;
import org.mixoscope.recipe.Recipe;

/// A lesson on paper: what its steps say, and the mixes that they begin with.
///
/// @param language the code of that of its words
/// @param locale of the language
public record LessonPrint(Lesson lesson, String language, Locale locale) {
  private static final Set<Panel> PANELS = Set.of(Panel.MIX, Panel.LABEL);

  /// As a PDF of A4 pages. Reads pictures.
  ///
  /// @throws PictureException if one cannot be read
  public byte[] pdf() throws PictureException {
    List<Handout.Part> parts = new ArrayList<>();
    for (Step step : lesson.steps()) {
      parts.add(new Handout.Part(said(step.text()), said(step.task()), figure(step)));
    }
    return new Handout(said(lesson.title()), said(lesson.summary()), parts, locale).bytes();
  }

  private @Nullable Figure figure(Step step) throws PictureException {
    if (step.recipe() == null) {
      return null;
    }
    Recipe recipe = step.recipe().recipe();
    SourceReader reader = new SourceReader(new PictureReader());
    FigureStyle style = FigureStyle.of(Template.COLUMN).with(PANELS).in(locale);
    return Figure.of(recipe, reader.marked(recipe, reader.pictures(recipe)), style);
  }

  private String said(@Nullable Said words) {
    return words == null ? "" : words.in(language);
  }
}

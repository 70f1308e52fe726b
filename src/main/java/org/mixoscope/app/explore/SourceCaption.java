package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Stored;
import org.mixoscope.image.Trait;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.recipe.Source;

/// What is to be known about the file of a source, in a line.
///
/// @param k which source
record SourceCaption(int k, MixModel model, Messages messages) {
  /// Size, and what the file is beyond plain RGB.
  ///
  /// @param picture perhaps not with all of its pixels
  String of(Picture picture) {
    List<String> parts = new ArrayList<>();
    parts.add(picture.frame().toString());
    ViewMarks known = model.pictures().slotProperty(k).get().marks();
    if (known != null) {
      parts.add(
          known.target() instanceof org.mixoscope.kernel.target.Objects objects
              ? messages.get("source.objects", Integer.toString(objects.instances().size()))
              : messages.get("source.map"));
    }
    Source source = model.recipe().sources().get(k);
    if (!source.soft().isEmpty()) {
      parts.add(messages.get("source.soft", Integer.toString(source.soft().size())));
    }
    // Which of several pages it is, the slider above says.
    parts.addAll(
        picture.traits().stream()
            .filter(trait -> trait != Trait.FIRST_FRAME || picture.stored().pages() == 1)
            .sorted()
            .map(trait -> name(picture, trait))
            .collect(Collectors.toList()));
    return String.join(" · ", parts);
  }

  /// Of more than eight bits it also says whether the mix has them.
  private String name(Picture picture, Trait trait) {
    boolean kept = model.recipe().kind().type() != ElementType.UINT8;
    return switch (trait) {
      case SIXTEEN_BIT, DEEP -> kept ? numbers(picture.stored()) : messages.get("trait." + trait);
      default -> messages.get("trait." + trait);
    };
  }

  /// What they are stored as, and in which unit.
  private static String numbers(Stored stored) {
    String unit = stored.scale().unit();
    return unit.isEmpty() ? stored.type().id() : stored.type().id() + " " + unit;
  }
}

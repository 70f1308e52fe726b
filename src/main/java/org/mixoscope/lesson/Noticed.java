package org.mixoscope.lesson;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What the app can say of what somebody did in a step.
///
/// @param recipe of the moment
/// @param mix of it, null while there is none
/// @param frame of it, null while there is none
/// @param screen in front
/// @param view what the large picture shows
/// @param told whether slow motion has come to its last step
/// @param draws how many other draws there were since the step began
/// @param pairs how many other pictures
/// @param epochs that the networks of Train have been trained for
public record Noticed(
    Recipe recipe,
    @Nullable Mix mix,
    @Nullable Frame frame,
    ScreenName screen,
    ViewName view,
    boolean told,
    int draws,
    int pairs,
    double epochs) {}

package org.mixoscope.image;

import org.jspecify.annotations.Nullable;

/// How a file has the numbers of a picture, and what it says of them.
///
/// @param type of the numbers
/// @param scale what they stand for
/// @param window which of them the file wants to be shown, in what they stand for; null if it does
///   not say
/// @param page which picture of the file it is, from 1
/// @param pages how many pictures there are in the file
public record Stored(NumberType type, Scale scale, @Nullable Window window, int page, int pages) {
  /// @throws IllegalArgumentException if there is no such page
  public Stored {
    if (page < 1 || page > pages) {
      throw new IllegalArgumentException("page = " + page + " of " + pages);
    }
  }

  /// The same where numbers were replaced by what they stand for.
  Stored rescaled(NumberType now) {
    return new Stored(now, new Scale(1, 0, scale.unit()), window, page, pages);
  }

  /// How many other pictures of the file are left out.
  public int others() {
    return pages - 1;
  }

  /// Plain numbers, the only picture of a file.
  public static Stored plain(NumberType type) {
    return new Stored(type, Scale.NONE, null, 1, 1);
  }
}

package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.mixoscope.app.Screens;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;

class ThumbnailsTest {
  private final Screens.Held held = new Screens.Held();
  private final Thumbnails thumbnails = new Thumbnails(new SourceReader(new PictureReader()), held);
  private final List<String> shown = new ArrayList<>();

  @Test
  void whatCameIntoViewLastIsReadFirst() {
    request("sample:cat");
    request("sample:coffee");
    request("sample:rocket");
    finish();
    assertEquals(List.of("sample:cat", "sample:rocket", "sample:coffee"), shown);
  }

  @Test
  void whatHasLeftTheViewIsNotRead() {
    Subscription first = request("sample:cat");
    request("sample:coffee").unsubscribe();
    first.unsubscribe();
    finish();
    assertEquals(List.of(), shown);
    assertNotNull(thumbnails.known("sample:cat"), "it was being read already");
    assertNull(thumbnails.known("sample:coffee"));
  }

  @Test
  void oneWorkerIsLeftForOtherThings() {
    for (int i = 0; i < 20; i++) {
      request("sample:cat");
    }
    assertEquals(1, held.waiting.size());
  }

  @Test
  void theyAreSquareAndSmall() {
    request("sample:cat");
    finish();
    assertEquals(new Frame(96, 96), thumbnails.known("sample:cat").frame());
  }

  @Test
  void oneThatCannotBeReadDoesNotHoldUpTheOthers() {
    request("nowhere.jpg");
    request("sample:cat");
    finish();
    assertEquals(List.of("nowhere.jpg failed", "sample:cat"), shown);
  }

  private Subscription request(String location) {
    return thumbnails.request(
        location, pixels -> shown.add(location), failure -> shown.add(location + " failed"));
  }

  private void finish() {
    while (!held.waiting.isEmpty()) {
      held.waiting.removeFirst().run();
    }
  }
}

package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static final List<Offer> OFFERS =
      List.of(
          offer("command", "Show the mix", "1"),
          offer("method", "CutMix", "C"),
          offer("method", "Mixup", "M"),
          offer("preset", "Mixup ImageNet, α = 0.2", ""),
          offer("as in", "keras-3 · Mixup", ""));

  private static Offer offer(String kind, String name, String keys) {
    return new Offer(kind, name, keys, () -> {});
  }

  private static List<String> matching(String typed) {
    return Offer.matching(typed, OFFERS).stream().map(Offer::name).toList();
  }

  @Test
  void nothingTypedOffersAllInTheirOrder() {
    assertEquals(OFFERS.stream().map(Offer::name).toList(), matching("  "));
  }

  @Test
  void namesThatBeginWithItComeFirst() {
    assertEquals(
        List.of("Mixup", "Mixup ImageNet, α = 0.2", "Show the mix", "CutMix", "keras-3 · Mixup"),
        matching("MIX"));
  }

  @Test
  void everyWordMustBeThereInAnyOrder() {
    assertEquals(List.of("keras-3 · Mixup"), matching("mixup keras"));
    assertEquals(List.of("Mixup ImageNet, α = 0.2"), matching("preset α"));
    assertEquals(List.of(), matching("mixup nothing"));
  }
}

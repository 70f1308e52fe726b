package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitTest {
  private static final double ROUNDING = 0.5 + 1e-9;

  @Property
  void cropIsInsideThePictureAndTargetInsideTheFrame(
      @ForAll Fit fit, @ForAll("frames") Frame picture, @ForAll("frames") Frame frame) {
    Landing placement = fit.place(picture, frame);

    assertFalse(placement.from().isEmpty());
    assertFalse(placement.to().isEmpty());
    assertEquals(placement.from(), placement.from().clip(picture));
    assertEquals(placement.to(), placement.to().clip(frame));
  }

  @Property
  void coverFillsTheFrameFromACropOfItsAspect(
      @ForAll("frames") Frame picture, @ForAll("frames") Frame frame) {
    Landing placement = Fit.COVER.place(picture, frame);

    assertEquals(Box.of(frame), placement.to());
    assertSideFollowsTheOther(placement.from(), frame, picture);
    assertCentred(placement.from(), picture);
  }

  @Property
  void containShowsTheWholePictureInATargetOfItsAspect(
      @ForAll("frames") Frame picture, @ForAll("frames") Frame frame) {
    Landing placement = Fit.CONTAIN.place(picture, frame);

    assertEquals(Box.of(picture), placement.from());
    assertSideFollowsTheOther(placement.to(), picture, frame);
    assertCentred(placement.to(), frame);
  }

  @Property
  void stretchTakesTheWholePictureToTheWholeFrame(
      @ForAll("frames") Frame picture, @ForAll("frames") Frame frame) {
    assertEquals(new Landing(Box.of(picture), Box.of(frame)), Fit.STRETCH.place(picture, frame));
  }

  @Property
  void pictureOfTheFramesSizeStaysAsItIs(@ForAll Fit fit, @ForAll("frames") Frame frame) {
    assertEquals(new Landing(Box.of(frame), Box.of(frame)), fit.place(frame, frame));
  }

  @ParameterizedTest
  @EnumSource
  void pictureOfOnePixelIsShown(Fit fit) {
    Landing placement = fit.place(new Frame(1, 1), new Frame(7, 12));

    assertEquals(new Box(0, 0, 1, 1), placement.from());
    assertEquals(fit == Fit.CONTAIN ? new Box(2, 0, 9, 7) : new Box(0, 0, 12, 7), placement.to());
  }

  @ParameterizedTest
  @EnumSource
  void pictureIsShownInAFrameOfOnePixel(Fit fit) {
    Landing placement = fit.place(new Frame(7, 12), new Frame(1, 1));

    assertEquals(fit == Fit.COVER ? new Box(2, 0, 9, 7) : new Box(0, 0, 12, 7), placement.from());
    assertEquals(new Box(0, 0, 1, 1), placement.to());
  }

  @Test
  void widePictureLosesItsSidesOrGainsBarsAboveAndBelow() {
    Frame picture = new Frame(300, 400);
    Frame frame = new Frame(224, 224);

    assertEquals(
        new Landing(new Box(50, 0, 350, 300), new Box(0, 0, 224, 224)),
        Fit.COVER.place(picture, frame));
    assertEquals(
        new Landing(new Box(0, 0, 400, 300), new Box(0, 28, 224, 196)),
        Fit.CONTAIN.place(picture, frame));
  }

  @Provide
  static Arbitrary<Frame> frames() {
    Arbitrary<Integer> side = Arbitraries.integers().between(1, 5000);
    return Combinators.combine(side, side).as(Frame::new);
  }

  /// The box is as large as the bounds let it, one side whole and the other of the aspect ratio to
  /// within rounding, but at least one pixel.
  private static void assertSideFollowsTheOther(Box box, Frame aspect, Frame bounds) {
    double height = (double) bounds.width() * aspect.height() / aspect.width();
    double width = (double) bounds.height() * aspect.width() / aspect.height();
    boolean wide = box.width() == bounds.width() && isRounded(box.height(), height);
    boolean high = box.height() == bounds.height() && isRounded(box.width(), width);

    assertTrue(wide || high, box + " in " + bounds);
  }

  private static boolean isRounded(int side, double exact) {
    return Math.abs(side - Math.max(1, exact)) <= ROUNDING;
  }

  private static void assertCentred(Box box, Frame bounds) {
    assertTrue(Math.abs(box.x1() - (bounds.width() - box.x2())) <= 1);
    assertTrue(Math.abs(box.y1() - (bounds.height() - box.y2())) <= 1);
  }
}

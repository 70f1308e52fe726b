package org.mixoscope.app;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/// JavaFX for tests that show no window: the robot's extension opens and closes one for each.
public final class Toolkit implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    FxToolkit.registerPrimaryStage();
  }
}

package org.mixoscope.image;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.presets.javacpp;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// Loads the native parts of OpenCV, once, quickly and quietly.
///
/// JavaCPP alone takes two to three times as long: it looks for the libraries of CUDA, loads
/// OpenBLAS twice and its 23 MB of Java bindings, none of which a picture needs. So on Linux the
/// right files are loaded by name; elsewhere, or if one has another name in a later version, by
/// JavaCPP as usual.
///
/// The price: for two or three milliseconds JavaCPP is told to load nothing, and ND4J, which loads
/// by it too, breaks if it asks in just these. So it should be started after [#load] has returned.
final class Natives {
  /// While "false", the initialisers of JavaCPP's classes load nothing.
  private static final String LOADS = "org.bytedeco.javacpp.loadLibraries";

  private static final String OPENBLAS = "/org/bytedeco/openblas/";
  private static final String OPENCV = "/org/bytedeco/opencv/";

  /// In the order of their dependencies. OpenCV's core is linked to OpenBLAS, used or not.
  private static final List<String> LIBRARIES =
      List.of(
          OPENBLAS + "%s/libgcc_s.so.1",
          OPENBLAS + "%s/libquadmath.so.0",
          OPENBLAS + "%s/libgfortran.so.5",
          OPENBLAS + "%s/libopenblas.so.0",
          OPENCV + "%s/libopencv_core.so.413",
          OPENCV + "%s/libopencv_imgproc.so.413",
          OPENCV + "%s/libopencv_imgcodecs.so.413",
          OPENCV + "%s/libjniopencv_core.so",
          OPENCV + "%s/libjniopencv_imgproc.so",
          OPENCV + "%s/libjniopencv_imgcodecs.so");

  /// Not there for every processor.
  private static final String OPTIONAL = "libquadmath";

  private Natives() {}

  /// Returns when OpenCV can be used. Any number of threads may call it.
  static void load() {
    Once.load();
  }

  /// Whether the quick way was taken.
  static boolean loadedByName() {
    return Once.BY_NAME;
  }

  /// The class initialiser makes all threads but the first wait.
  private static final class Once {
    private static final boolean BY_NAME = loadAll();

    static void load() {}

    private static boolean loadAll() {
      Loader.load(javacpp.class);
      NativeOutput.silence();
      try {
        List<File> files = files();
        if (!files.isEmpty()) {
          loadByName(files);
          return true;
        }
      } catch (IOException | UnsatisfiedLinkError e) {
        // Then the slow way, which also has the better messages.
      }
      Loader.load(opencv_imgcodecs.class);
      return false;
    }
  }

  /// The libraries as files, unpacked into JavaCPP's cache; none if this is not the platform or the
  /// version that we know.
  private static List<File> files() throws IOException {
    String platform = Loader.getPlatform();
    List<File> files = new ArrayList<>();
    if (platform.startsWith("linux")) {
      for (String library : LIBRARIES) {
        File file = Loader.cacheResource(Natives.class, library.formatted(platform));
        if (file != null) {
          files.add(file);
        } else if (!library.contains(OPTIONAL)) {
          return List.of();
        }
      }
    }
    return files;
  }

  // Native code is the purpose, and the lock has to be JavaCPP's.
  @SuppressWarnings({"restricted", "LockOnNonEnclosingClassLiteral"})
  private static void loadByName(List<File> files) {
    // JavaCPP takes this lock before that of System.load; another order could deadlock.
    synchronized (Loader.class) {
      for (File file : files) {
        System.load(file.getPath());
      }
      String before = System.getProperty(LOADS);
      System.setProperty(LOADS, "false");
      try {
        // All classes that OpenCv uses.
        initialise(opencv_imgproc.class, opencv_imgcodecs.class, Mat.class, Size.class);
      } finally {
        if (before == null) {
          System.clearProperty(LOADS);
        } else {
          System.setProperty(LOADS, before);
        }
      }
    }
  }

  private static void initialise(Class<?>... classes) {
    for (Class<?> each : classes) {
      try {
        Class.forName(each.getName(), true, each.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

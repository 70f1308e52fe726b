package org.mixoscope.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the time of a benchmark method is divided by: other methods of its class, with the same
/// parameters, in the same run.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComparedTo {
  /// Names of the methods.
  String[] value();
}

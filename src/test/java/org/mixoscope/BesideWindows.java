package org.mixoscope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Tests that run while others have windows open. They open none, and change nothing that a whole
/// program shares, such as its locale. One after the other: what locks a resource has only one
/// class at a time, and its methods in their order.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the place beside the windows")
public @interface BesideWindows {}

package dev.huikuan.domain;

import java.util.function.Supplier;

/**
 * For libraries that look for their parts through the current thread: a thread of a pool may know
 * another class loader than the one that we were loaded by, and then they find none.
 */
public final class OwnClassLoader {

  private OwnClassLoader() {}

  /** Does the work on the current thread as one that knows our class loader. */
  public static <T> T with(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}

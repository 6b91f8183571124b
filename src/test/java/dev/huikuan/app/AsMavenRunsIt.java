package dev.huikuan.app;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the program as {@code exec:java} does: in a thread group of its own, with a class loader of
 * its own that only this thread and its children know, while the system's class loader knows
 * nothing of us.
 */
final class AsMavenRunsIt {

  private AsMavenRunsIt() {}

  /** The class path of the program, then its arguments. */
  public static void main(String[] args) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : args[0].split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Runnable program =
        () -> {
          try {
            loader
                .loadClass("dev.huikuan.app.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
          } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
          }
        };
    Thread thread = new Thread(new ThreadGroup("dev.huikuan.app.Main"), program, "main");
    thread.setContextClassLoader(loader);
    thread.start();
    thread.join();
  }
}

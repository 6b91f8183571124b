package dev.huikuan.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the class path of this one. */
final class Child {

  private Child() {}

  /**
   * Starts it; what it says goes to a file.
   *
   * @param options of the JVM
   */
  static Process start(Path said, List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  /** Maven runs the main class in a loader of its own: the property then names Maven's path. */
  private static String classPath() {
    if (Child.class.getClassLoader() instanceof java.net.URLClassLoader loader) {
      return java.util.Arrays.stream(loader.getURLs())
          .map(url -> Path.of(java.net.URI.create(url.toString())).toString())
          .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }
}

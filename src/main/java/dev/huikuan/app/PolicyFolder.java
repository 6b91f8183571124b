package dev.huikuan.app;

import dev.huikuan.policy.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Reads the files of a policy from disk or from the jar. Names are taken from the URI of what a
 * listing found, so that Chinese ones are right under any system character set.
 */
public final class PolicyFolder {

  /** The folders of a policy; nothing else in it is looked at. */
  public static final List<String> FOLDERS = List.of("decision-tables", "rules", "test-scenarios");

  private static final String RULES = "rules";
  private static final String IN_JAR = "default-policy/";
  private static final int MOST_FILES = 5_000;
  private static final long MOST_BYTES = 50_000_000;
  private static final long MOST_BYTES_IN_ALL = 500_000_000;

  /** A folder that is too large to be a policy. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }

  private final List<PolicyFile> files = new ArrayList<>();
  private long total;

  private PolicyFolder() {}

  /** True when there is something of a policy in the folder. */
  public static boolean isPolicy(Path folder) {
    return FOLDERS.stream().anyMatch(name -> Files.isDirectory(folder.resolve(name)));
  }

  /** The files under a folder, hidden ones left out, sorted by path. */
  public static List<PolicyFile> read(Path folder) throws IOException {
    PolicyFolder reading = new PolicyFolder();
    for (String name : FOLDERS) {
      if (Files.isDirectory(folder.resolve(name))) {
        reading.walk(folder, folder.resolve(name));
      }
    }
    return reading.sorted();
  }

  /** The rules among the files of a folder. */
  static List<PolicyFile> rules(Path folder) throws IOException {
    PolicyFolder reading = new PolicyFolder();
    if (Files.isDirectory(folder.resolve(RULES))) {
      reading.walk(folder, folder.resolve(RULES));
    }
    return reading.sorted();
  }

  /** Names, sizes and times of the files under a folder: differs when any of them changed. */
  static String fingerprint(Path folder) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String name : FOLDERS) {
      if (Files.isDirectory(folder.resolve(name))) {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
          for (Path file : files.sorted().toList()) {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isRegularFile() && !isHidden(file)) {
              seen.append(file).append(' ').append(found.size()).append(' ');
              seen.append(found.lastModifiedTime()).append('\n');
            }
          }
        }
      }
    }
    return seen.toString();
  }

  /** The default policy that travels with the program; empty when there is none. */
  public static List<PolicyFile> builtIn() throws IOException {
    PolicyFolder reading = new PolicyFolder();
    URL self = PolicyFolder.class.getResource("PolicyFolder.class");
    if (self != null && self.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        reading.entries(jar);
      }
      return reading.sorted();
    }
    for (String name : FOLDERS) {
      URL classes = PolicyFolder.class.getResource("/" + IN_JAR + name);
      if (classes != null && classes.getProtocol().equals("file")) {
        Path folder = path(classes);
        reading.walk(folder.getParent(), folder);
      }
    }
    return reading.sorted();
  }

  private static Path path(URL url) throws IOException {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot read " + url, e);
    }
  }

  private void entries(JarFile jar) throws IOException {
    for (JarEntry entry : jar.stream().toList()) {
      String name = entry.getName();
      if (!entry.isDirectory() && name.startsWith(IN_JAR)) {
        try (InputStream in = jar.getInputStream(entry)) {
          add(name.substring(IN_JAR.length()), in);
        }
      }
    }
  }

  private void walk(Path root, Path folder) throws IOException {
    URI base = root.toRealPath().toUri();
    Files.walkFileTree(
        folder.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !isHidden(file)) {
              try (InputStream in = Files.newInputStream(file)) {
                add(base.relativize(file.toUri()).getPath(), in);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  private void add(String name, InputStream in) throws IOException {
    // One file, one name: some systems hand out decomposed forms.
    String path = Normalizer.normalize(name, Normalizer.Form.NFC);
    byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
    total += bytes.length;
    if (bytes.length > MOST_BYTES) {
      throw new TooLarge(path + ": larger than " + MOST_BYTES + " bytes");
    }
    if (files.size() >= MOST_FILES || total > MOST_BYTES_IN_ALL) {
      throw new TooLarge("more than " + MOST_FILES + " files or " + MOST_BYTES_IN_ALL + " bytes");
    }
    files.add(new PolicyFile(path, bytes));
  }

  private List<PolicyFile> sorted() {
    files.sort(Comparator.comparing(PolicyFile::path));
    return List.copyOf(files);
  }
}

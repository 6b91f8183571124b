package dev.huikuan.scenario;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyFile;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small policy that these tests run on, and files beside it. */
final class Folders {

  private Folders() {}

  static List<PolicyFile> small() throws IOException {
    return PolicyFolder.read(folder("policy"));
  }

  static Policy load(List<PolicyFile> files) {
    PolicyLoader.Loaded loaded = PolicyLoader.load(files);
    return loaded
        .policy()
        .orElseThrow(() -> new AssertionError("the policy has errors: " + loaded.findings()));
  }

  /** The small policy without its own scenarios but with its cases, and one other file. */
  static List<PolicyFile> withOnly(String path, byte[] bytes) throws IOException {
    List<PolicyFile> files = new ArrayList<>(small());
    files.removeIf(
        f ->
            f.path().startsWith("test-scenarios/") && !f.path().startsWith("test-scenarios/cases"));
    files.add(new PolicyFile("test-scenarios/" + path, bytes));
    return files;
  }

  static byte[] bytes(String resource) throws IOException {
    try (InputStream in = Folders.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return in.readAllBytes();
    }
  }

  private static Path folder(String name) throws IOException {
    try {
      URL url = Folders.class.getResource(name);
      if (url == null) {
        throw new IOException("no folder " + name);
      }
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}

package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.app.PolicyFolder;
import dev.huikuan.policy.Policy;
import dev.huikuan.policy.PolicyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The policy of this repository. */
final class DefaultPolicy {

  private DefaultPolicy() {}

  static Policy load() {
    try {
      return PolicyLoader.load(PolicyFolder.read(Path.of("").toAbsolutePath()))
          .policy()
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

package dev.huikuan.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Chromium for tests: the machine's own (PATH, or named by HUIKUAN_CHROMIUM), else Debian's
 * package when we may install it, else the one that Playwright fetches, else a failure that says
 * what to install.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    Optional<Path> found = onThisMachine();
    if (found.isEmpty() && installed()) {
      found = onThisMachine();
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (found.isPresent()) {
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
    found.ifPresent(options::setExecutablePath);
    try {
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      return new Chromium(playwright, playwright.chromium().launch(options));
    } catch (PlaywrightException failed) {
      throw new IllegalStateException(
          "no Chromium for the browser tests: install the package `chromium`, or name the program"
              + " with HUIKUAN_CHROMIUM=/path/to/chromium",
          failed);
    }
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> onThisMachine() {
    Stream<Path> named =
        Stream.ofNullable(System.getenv("HUIKUAN_CHROMIUM"))
            .filter(path -> !path.isBlank())
            .map(Path::of);
    Stream<Path> onPath =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  /** Installs Debian's package where that is possible without asking anybody. */
  private static boolean installed() {
    boolean mayInstall =
        "root".equals(System.getProperty("user.name"))
            && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    return mayInstall
        && run("apt-get", "-q", "update")
        && run("apt-get", "-q", "-y", "--no-install-recommends", "install", "chromium");
  }

  private static boolean run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process =
          builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

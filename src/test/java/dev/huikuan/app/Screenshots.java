package dev.huikuan.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Takes a picture of every page, in both languages, wide and narrow, light and dark, into {@code
 * target/screenshots}; with an argument, those whose name begins with it.
 */
public final class Screenshots {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;

  private record Look(String locale, ColorScheme scheme, int width) {

    String name() {
      String language = locale.substring(0, 2);
      return language + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
  }

  private Screenshots() {}

  public static void main(String[] args) throws IOException {
    String wanted = args.length == 0 ? "" : args[0];
    Files.createDirectories(FOLDER);
    try (ShowHouse house = ShowHouse.open();
        Chromium chromium = Chromium.launch()) {
      List<ShowHouse.Shown> pages =
          house.pages().stream().filter(page -> page.name().startsWith(wanted)).toList();
      for (String locale : List.of("en-GB", "zh-CN")) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          for (int width : List.of(1280, 390)) {
            take(house, chromium, pages, new Look(locale, scheme, width));
          }
        }
      }
    }
    System.exit(0);
  }

  private static void take(
      ShowHouse house, Chromium chromium, List<ShowHouse.Shown> pages, Look look) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setLocale(look.locale())
            .setColorScheme(look.scheme())
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(look.width(), HEIGHT);
    try (BrowserContext context = chromium.browser().newContext(options)) {
      house.enter(context);
      Page page = context.newPage();
      for (ShowHouse.Shown shown : pages) {
        Path file = FOLDER.resolve(shown.name() + "-" + look.name() + ".png");
        page.navigate(house.url() + shown.path());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        OUT.println(file);
      }
    }
  }
}

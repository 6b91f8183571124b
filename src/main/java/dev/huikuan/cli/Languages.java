package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import java.util.Locale;

/** Which language to speak: asked for, else the environment's, else the system's, else English. */
final class Languages {

  private Languages() {}

  /** Before the command line is parsed: messages about the command line need one, too. */
  static Language of(String[] arguments, Console console) {
    Language language = ofSystem(console);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        language = named(arguments[i + 1], console);
      } else if (arguments[i].startsWith("--lang=")) {
        language = named(arguments[i].substring("--lang=".length()), console);
      }
    }
    return language;
  }

  static Language ofSystem(Console console) {
    return named(console.environment().getOrDefault("HUIKUAN_LANG", ""), console);
  }

  private static Language named(String written, Console console) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> console.systemLanguage().equals("zh") ? Language.ZH : Language.EN;
    };
  }
}

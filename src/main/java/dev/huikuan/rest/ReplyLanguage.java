package dev.huikuan.rest;

import dev.huikuan.domain.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language the sender reads, by {@code Accept-Language} (RFC 9110); English if unsaid. */
final class ReplyLanguage {

  private ReplyLanguage() {}

  static Language of(Optional<String> acceptLanguage) {
    return acceptLanguage.flatMap(ReplyLanguage::preferred).orElse(Language.EN);
  }

  private static Optional<Language> preferred(String header) {
    return ranges(header).stream()
        .filter(range -> range.getWeight() > 0)
        .map(range -> range.getRange().toLowerCase(Locale.ROOT))
        .flatMap(range -> named(range).stream())
        .findFirst();
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  private static Optional<Language> named(String range) {
    for (Language language : Language.values()) {
      if (range.equals(language.tag()) || range.startsWith(language.tag() + "-")) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}

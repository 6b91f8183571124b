package dev.huikuan.web.reception;

import dev.huikuan.domain.Language;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language a page is shown in: the query or form says, else the cookie, else the browser. */
public final class PageLanguage {

  private static final String NAME = "lang";
  private static final int ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

  private PageLanguage() {}

  /** The language; one that was chosen by hand is remembered. */
  public static Language choose(Context ctx) {
    Optional<Language> asked = tagged(ctx.queryParam(NAME));
    if (asked.isEmpty() && ctx.isFormUrlencoded()) {
      asked = tagged(ctx.formParam(NAME));
    }
    asked.ifPresent(language -> remember(ctx, language));
    return asked
        .or(() -> tagged(ctx.cookie(NAME)))
        .orElseGet(() -> ofBrowser(Optional.ofNullable(ctx.header("Accept-Language"))));
  }

  /** The address of the page in the other language. */
  public static String switchUrl(Context ctx, Language shown) {
    Language other = shown == Language.ZH ? Language.EN : Language.ZH;
    List<String> query = new ArrayList<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(NAME)) {
                query.addAll(List.of(name, values.get(0)));
              }
            });
    query.addAll(List.of(NAME, other.tag()));
    return ctx.path() + url(query);
  }

  /** The address of the desk in the other language. */
  static String home(Language shown) {
    return "/?" + NAME + "=" + (shown == Language.ZH ? Language.EN : Language.ZH).tag();
  }

  /** {@code ?name=value&…} from names and values in turn. */
  public static String url(List<String> query) {
    StringBuilder url = new StringBuilder();
    for (int i = 0; i < query.size(); i += 2) {
      url.append(i == 0 ? "?" : "&").append(encoded(query.get(i))).append("=");
      url.append(encoded(query.get(i + 1)));
    }
    return url.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void remember(Context ctx, Language language) {
    ctx.cookie(
        new Cookie(NAME, language.tag(), "/", ONE_YEAR_SECONDS, false, true, null, SameSite.LAX));
  }

  private static Optional<Language> tagged(String tag) {
    for (Language language : Language.values()) {
      if (language.tag().equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  private static Language ofBrowser(Optional<String> acceptLanguage) {
    try {
      return Locale.LanguageRange.parse(acceptLanguage.orElse("en")).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> range.getRange().toLowerCase(Locale.ROOT).split("-")[0])
          .flatMap(range -> tagged(range).stream())
          .findFirst()
          .orElse(Language.EN);
    } catch (IllegalArgumentException unreadable) {
      return Language.EN;
    }
  }
}

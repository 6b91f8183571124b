package dev.huikuan.policy.table;

import dev.huikuan.domain.Language;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that names one of a pair of columns: {@code Reason (zh)}, {@code 理由（中文）}, {@code 中文名称}.
 *
 * @param base the name without the language, {@code Reason}
 */
public record Bilingual(String base, Language language) {

  private static final Pattern SUFFIX =
      Pattern.compile("(?is)(.*?)\\s*[(\\[]\\s*(zh|en|中文?|英文?)\\s*[)\\]]\\s*");
  private static final Pattern PREFIX = Pattern.compile("(?s)\\s*(中文|英文)\\s*(.+)");

  /** Empty when the header says no language. */
  public static Optional<Bilingual> of(String header) {
    String narrow = Normalizer.normalize(header, Normalizer.Form.NFKC);
    Matcher suffix = SUFFIX.matcher(narrow);
    if (suffix.matches()) {
      return Optional.of(new Bilingual(suffix.group(1).strip(), language(suffix.group(2))));
    }
    Matcher prefix = PREFIX.matcher(narrow);
    return prefix.matches()
        ? Optional.of(new Bilingual(prefix.group(2).strip(), language(prefix.group(1))))
        : Optional.empty();
  }

  private static Language language(String word) {
    return word.equalsIgnoreCase("en") || word.startsWith("英") ? Language.EN : Language.ZH;
  }

  /** {@code Reason (zh)}. */
  public String header() {
    return base + " (" + language.tag() + ")";
  }
}

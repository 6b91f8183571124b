package dev.huikuan.domain;

import java.util.Locale;

/** The two languages in which every label, reason and message exists. */
public enum Language {
  ZH,
  EN;

  /** The BCP 47 tag: {@code zh} or {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

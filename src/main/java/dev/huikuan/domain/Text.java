package dev.huikuan.domain;

import java.util.Objects;

/** A text in both languages of the product; the door picks one. Never null, may be empty. */
public record Text(String zh, String en) {

  public static final Text EMPTY = new Text("", "");

  public Text {
    Objects.requireNonNull(zh);
    Objects.requireNonNull(en);
  }

  /** A text that reads the same in both languages: a code, an identifier, a name. */
  public static Text same(String both) {
    return new Text(both, both);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }
}

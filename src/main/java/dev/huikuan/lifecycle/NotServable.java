package dev.huikuan.lifecycle;

import dev.huikuan.domain.Text;

/** A version that cannot be served on this machine, and why. */
public final class NotServable extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean rulesMissing;
  private final transient Text reason;

  private NotServable(boolean rulesMissing, Text reason) {
    super(reason.en(), null, false, false);
    this.rulesMissing = rulesMissing;
    this.reason = reason;
  }

  static NotServable rulesMissing(ArchivedPolicy policy) {
    return new NotServable(
        true,
        new Text(
            "版本 `"
                + policy.version()
                + "` 所用的规则（哈希 "
                + policy.rules()
                + "）未安装在本机；规则随程序或策略文件夹安装，不能从数据库加载",
            "the rules of version `"
                + policy.version()
                + "` (hash "
                + policy.rules()
                + ") are not installed on this machine; rules are installed with the program or in the"
                + " policy folder and never loaded from the database"));
  }

  static NotServable because(String zh, String en) {
    return new NotServable(false, new Text(zh, en));
  }

  /** True when rules of its hash are not installed here. */
  public boolean isRulesMissing() {
    return rulesMissing;
  }

  public Text reason() {
    return reason;
  }
}

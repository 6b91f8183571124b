package dev.huikuan.domain;

/** The type of a term: what its cells may say and how its values are printed. */
public enum TermType {
  WHOLE_NUMBER(true, "整数", "whole number"),
  NUMBER(true, "数字", "number"),
  /** In the policy's base currency at account level, in the receivable's own below. */
  MONEY(true, "金额", "money"),
  /** 2 is 2 %. */
  PERCENT(true, "百分比", "percent"),
  /** 0–1. */
  RATIO(true, "比率", "ratio"),
  DAYS(true, "天数", "days"),
  DATE(false, "日期", "date"),
  TIME(false, "时间", "time"),
  YES_NO(false, "是/否", "yes/no"),
  CODE(false, "代码", "code"),
  CODES(false, "代码列表", "list of codes"),
  TEXT(false, "文本", "text");

  private final boolean numeric;
  private final Text label;

  TermType(boolean numeric, String zh, String en) {
    this.numeric = numeric;
    this.label = new Text(zh, en);
  }

  /** Numbers compare as millionths; see {@link Value.Num}. */
  public boolean isNumeric() {
    return numeric;
  }

  /** Steps by one: no value lies between two neighbours. */
  public boolean isWhole() {
    return this == WHOLE_NUMBER || this == DAYS;
  }

  /** How an analyst writes it in a Type column, in either language. */
  public Text label() {
    return label;
  }
}

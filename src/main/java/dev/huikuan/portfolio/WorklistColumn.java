package dev.huikuan.portfolio;

import dev.huikuan.domain.Text;
import java.util.Locale;

/** The columns of a worklist: names and order are a contract. */
public enum WorklistColumn {
  CUSTOMER_ID("客户编号", "Customer", 16, false),
  CUSTOMER_NAME("客户名称", "Name", 24, false),
  LEDGER("账套", "Ledger", 10, false),
  PRIORITY("优先级", "Priority", 9, true),
  ACTION("动作代码", "Action code", 24, false),
  ACTION_LABEL("下一步动作", "Action", 24, false),
  DUNNING_LEVEL("催款级别", "Dunning level", 9, true),
  CHANNEL("渠道", "Channel", 12, false),
  OWNER_ROLE("责任角色", "Owner", 16, false),
  CURRENCY("币种", "Currency", 9, false),
  OUTSTANDING("未收余额", "Outstanding", 14, true),
  OVERDUE("逾期金额", "Overdue", 14, true),
  COLLECTIBLE("可催收额", "Collectible", 14, true),
  DISPUTED("争议金额", "Disputed", 14, true),
  DAYS_PAST_DUE("逾期天数", "Days past due", 9, true),
  AGING_BUCKET("账龄段", "Aging bucket", 12, false),
  RISK_TIER("风险等级", "Risk tier", 9, false),
  DISCOUNT_PERCENT("折扣率 %", "Discount %", 9, true),
  DISCOUNT_PAY_BY("折扣付款截止", "Discount pay by", 12, false),
  INSTALLMENT_COUNT("分期数", "Installments", 9, true),
  DOWN_PAYMENT("首付", "Down payment", 14, true),
  EXTENSION_DAYS("展期天数", "Extension days", 9, true),
  HOLDS("暂缓原因", "Holds", 30, false),
  REASON("理由", "Reason", 60, false),
  NOT_BEFORE("不早于", "Not before", 20, false),
  DUE_BY("完成期限", "Due by", 12, false),
  NEXT_REVIEW_ON("下次复核", "Next review", 12, false),
  POLICY_VERSION("策略版本", "Policy version", 20, false);

  private final Text label;
  private final int width;
  private final boolean numeric;

  WorklistColumn(String zh, String en, int width, boolean numeric) {
    this.label = new Text(zh, en);
    this.width = width;
    this.numeric = numeric;
  }

  /** The header in CSV: {@code dunningLevel}. */
  public String header() {
    StringBuilder header = new StringBuilder();
    for (String word : name().split("_")) {
      String lower = word.toLowerCase(Locale.ROOT);
      header.append(header.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
    }
    return header.toString();
  }

  /** The header in a workbook. */
  public Text label() {
    return label;
  }

  /** Width in a workbook, in characters. */
  int width() {
    return width;
  }

  /** Numbers stand as numbers in a workbook; everything else is text. */
  public boolean isNumeric() {
    return numeric;
  }
}

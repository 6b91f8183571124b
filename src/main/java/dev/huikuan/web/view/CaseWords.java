package dev.huikuan.web.view;

import dev.huikuan.domain.Text;
import java.util.Map;

/** Codes of a case that no policy names, in words. */
final class CaseWords {

  private static final Map<String, Text> CONTACT =
      Map.of(
          "REACHED", new Text("已联系上", "reached"),
          "NO_ANSWER", new Text("未联系上", "no answer"),
          "PROMISE", new Text("承诺付款", "promised to pay"),
          "DISPUTE", new Text("提出争议", "disputes it"),
          "REFUSED", new Text("拒绝付款", "refused to pay"),
          "WRONG_CONTACT", new Text("联系人有误", "wrong person"),
          "IN_APPROVAL", new Text("客户审批中", "in the customer's approval"),
          "INVOICE_NOT_RECEIVED", new Text("未收到发票", "invoice not received"));

  private static final Map<String, Text> DISPUTE =
      Map.of(
          "QUALITY", new Text("质量", "quality"),
          "QUANTITY", new Text("数量", "quantity"),
          "PRICE", new Text("价格", "price"),
          "DELIVERY", new Text("交付", "delivery"),
          "SERVICE", new Text("服务", "service"),
          "OTHER", new Text("其他", "other"));

  private static final Map<String, Text> AGREEMENT =
      Map.of(
          "GRACE", new Text("宽限期", "Grace period"),
          "EXTENSION", new Text("延长付款期限", "Extended due date"),
          "DISCOUNT", new Text("折扣", "Discount"),
          "INSTALLMENTS", new Text("分期付款", "Installment plan"));

  private static final Map<String, Text> CREDIT =
      Map.of(
          "CREDIT_NOTE", new Text("贷项通知单", "Credit note"),
          "UNAPPLIED_CASH", new Text("未核销到账", "Cash not applied"),
          "ADVANCE", new Text("预收款", "Advance"));

  private static final Map<String, Text> OFFERS =
      Map.of(
          "DISCOUNT", new Text("折扣", "Discount"),
          "INSTALLMENTS", new Text("分期付款", "Installment plan"),
          "EXTENSION", new Text("延长付款期限", "More time"));

  private CaseWords() {}

  static String contact(String code, Labels labels) {
    return word(CONTACT, code, labels);
  }

  static String dispute(String code, Labels labels) {
    return word(DISPUTE, code, labels);
  }

  static String agreement(String code, Labels labels) {
    return word(AGREEMENT, code, labels);
  }

  static String credit(String code, Labels labels) {
    return word(CREDIT, code, labels);
  }

  static String offer(String code, Labels labels) {
    return word(OFFERS, code, labels);
  }

  private static String word(Map<String, Text> words, String code, Labels labels) {
    return labels.of(words.getOrDefault(code, Text.same(code)));
  }
}

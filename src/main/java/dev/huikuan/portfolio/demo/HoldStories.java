package dev.huikuan.portfolio.demo;

import static dev.huikuan.portfolio.demo.Story.anywhere;

import java.util.List;
import java.util.Optional;

/** What stops or softens: one story for every hold. */
final class HoldStories {

  static final List<Story> ALL =
      List.of(
          anywhere(
              2,
              "WAIT",
              "客户要求不再联系",
              "The customer must not be contacted",
              s -> s.late(s.between(20, 60), s.between(30, 200)).customer("doNotContact", true)),
          anywhere(
              3,
              "FILE_INSOLVENCY_CLAIM",
              "客户已进入破产程序",
              "The customer is insolvent",
              s ->
                  s.late(s.between(60, 120), s.between(200, 900))
                      .customer("financialStress", "INSOLVENT")
                      .customer("creditScore", 180)),
          anywhere(
              14,
              "WAIT",
              "信用好、付款准时，款项未到期",
              "A good payer, nothing due",
              s ->
                  s.due(s.between(16, 40), s.between(40, 400))
                      .customer("creditScore", 760)
                      .customer("onTimeRatio", 0.97)
                      .customer("averageDaysLate", 0)),
          anywhere(
              4,
              "WAIT",
              "已全部付清",
              "Everything has been paid",
              s -> s.late(s.between(3, 20), s.between(30, 200)).invoice("outstanding", 0)),
          anywhere(
              4,
              "RECONCILE_ACCOUNT",
              "有一笔到账还没有核销",
              "Cash has come in but is not applied",
              s -> s.late(s.between(12, 30), s.between(50, 200)).credit("UNAPPLIED_CASH", 2, 96)),
          anywhere(
              3,
              "RECONCILE_ACCOUNT",
              "银行数据已过时",
              "The bank data are stale",
              s -> s.late(s.between(15, 40), s.between(60, 300)).root("bankDataAsOf", 12)),
          anywhere(
              2,
              "RECONCILE_ACCOUNT",
              "未收余额大于发票金额，数据矛盾",
              "More is open than was invoiced",
              s -> s.late(s.between(20, 50), s.between(60, 200)).invoice("outstanding", 9_000_000)),
          anywhere(
              4,
              "REISSUE_INVOICE",
              "发票还没有送达，账期未起算",
              "The invoice was never delivered",
              s ->
                  s.late(s.between(6, 20), s.between(40, 200))
                      .invoice("invoiceDeliveredOn", Optional.empty())),
          anywhere(
              3,
              "REISSUE_INVOICE",
              "发票税号有误，须重开",
              "The invoice carries an error: reissue it",
              s ->
                  s.late(s.between(6, 25), s.between(40, 200))
                      .invoice("invoiceError", true)
                      .invoice("delayReason", "INVOICE_ERROR")),
          anywhere(
              5,
              "ARRANGE_ACCEPTANCE",
              "等待验收，先安排验收",
              "Payment waits for acceptance",
              s ->
                  s.late(s.between(8, 40), s.between(200, 900))
                      .milestone("PROGRESS", 40, Optional.of(150), false)
                      .milestone("ACCEPTANCE", 40, Optional.of(50), true)),
          anywhere(
              6,
              "COLLECTION_CALL",
              "部分金额有质量争议，其余照常催收",
              "A part is disputed, the rest stays due",
              s ->
                  s.late(s.between(22, 60), s.between(120, 600))
                      .disputed(
                          s.between(10, 18),
                          s.between(15, 45),
                          s.oneOf("QUALITY", "QUANTITY", "PRICE"))
                      .did("FRIENDLY_REMINDER", 14, "EMAIL", "DISPUTE")),
          anywhere(
              4,
              "RESOLVE_ISSUE",
              "整笔款项有争议，先解决问题",
              "The whole amount is disputed: solve it first",
              s -> s.late(s.between(15, 50), s.between(60, 400)).disputed(10, 100, "QUALITY")),
          anywhere(
              5,
              "WAIT",
              "客户承诺近日付款，未到期不催",
              "The customer has promised: do not chase before",
              s ->
                  s.late(s.between(18, 40), s.between(60, 300))
                      .promised(-s.between(2, 6), 100, 0)
                      .did("COLLECTION_CALL", 4, "PHONE", "PROMISE")),
          anywhere(
              3,
              "WAIT",
              "宽限期内，等到期再看",
              "A grace period is running",
              s ->
                  s.late(s.between(20, 40), s.between(60, 300))
                      .agreed("GRACE", 8, s.between(6, 15))
                      .customer("delayReason", "CASH_FLOW")),
          anywhere(
              3,
              "WAIT",
              "已延长付款期限",
              "The due date has been extended",
              s ->
                  s.late(s.between(20, 40), s.between(100, 500))
                      .agreed("EXTENSION", 10, s.between(10, 30))),
          anywhere(
              4,
              "WAIT",
              "分期计划正常履行",
              "An installment plan is being kept",
              s ->
                  s.late(s.between(60, 90), s.between(120, 600))
                      .plan(55, 2)
                      .customer("financialStress", "WATCH")),
          anywhere(
              3,
              "FRIENDLY_REMINDER",
              "分期付款违约一期",
              "An installment has been missed",
              s ->
                  s.late(s.between(90, 110), s.between(120, 600))
                      .plan(70, 1)
                      .customer("financialStress", "WATCH")),
          anywhere(
              3,
              "WAIT",
              "经理指示暂停催收",
              "A manager has paused collection",
              s ->
                  s.late(s.between(20, 60), s.between(40, 300))
                      .pause(s.between(15, 40), "Framework agreement under negotiation")),
          anywhere(
              4,
              "WAIT",
              "七天内已联系三次",
              "Three contacts in seven days",
              s ->
                  s.late(s.between(25, 45), s.between(60, 300))
                      .did("FRIENDLY_REMINDER", 13, "EMAIL", "REACHED")
                      .contact(4, "EMAIL", "REACHED")
                      .contact(3, "PHONE", "REACHED")
                      .contact(1, "WECHAT", "REACHED")),
          anywhere(
              3,
              "WAIT",
              "余额只剩几元",
              "A few coins are left",
              s -> s.late(s.between(20, 90), s.between(60, 90)).invoice("outstanding", 0.6)),
          anywhere(
              3,
              "WAIT",
              "仍在合同宽限天数内",
              "Still within the grace days of the contract",
              s -> s.late(s.between(2, 4), s.between(40, 200)).contract("graceDays", 7)));

  private HoldStories() {}
}

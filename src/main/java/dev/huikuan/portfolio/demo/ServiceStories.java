package dev.huikuan.portfolio.demo;

import static dev.huikuan.portfolio.demo.Story.anywhere;
import static dev.huikuan.portfolio.demo.Story.at;

import java.util.List;
import java.util.Optional;

/** Where our own work, the contract or the relationship comes first. */
final class ServiceStories {

  static final List<Story> ALL =
      List.of(
          anywhere(
              5,
              "PRE_DUE_REMINDER",
              "较高风险，到期前提醒",
              "A risky customer: remind before the due date",
              s ->
                  s.due(s.between(3, 9), s.between(80, 400))
                      .customer("creditScore", 470)
                      .customer("onTimeRatio", 0.5)),
          anywhere(
              4,
              "ISSUE_INVOICE",
              "里程碑已完成，我方还没有开票",
              "A milestone is complete, we have not invoiced it",
              s ->
                  s.due(30, s.between(80, 300))
                      .milestone("ADVANCE", 30, Optional.of(120), true)
                      .milestone("PROGRESS", 40, Optional.of(15), false)),
          anywhere(
              3,
              "RESOLVE_ISSUE",
              "两个未结工单，先解决再催款",
              "Two open tickets: solve them first",
              s ->
                  s.late(s.between(15, 40), s.between(60, 300))
                      .customer("openTickets", 2)
                      .customer("satisfaction", 5)),
          anywhere(
              3,
              "SERVICE_RECOVERY",
              "满意度很低，先做服务补救",
              "Very dissatisfied: service recovery first",
              s ->
                  s.late(s.between(6, 20), s.between(100, 400))
                      .customer("satisfaction", 2)
                      .customer("segment", "KEY")),
          anywhere(
              3,
              "RECONCILE_ACCOUNT",
              "长期未对账",
              "Not reconciled for half a year",
              s -> s.due(s.between(12, 30), s.between(80, 300)).root("lastReconciledOn", 200)),
          at(
              Home.CN,
              3,
              "SHORT_PAYMENT_QUERY",
              "少付了几千元，先问清差额",
              "Paid a few thousand short: ask why",
              s -> s.late(s.between(5, 12), s.between(100, 200)).invoice("outstanding", 4200)),
          anywhere(
              5,
              "PAYMENT_EDUCATION",
              "不缺钱，但一向迟付",
              "Not short of cash, but always late",
              s ->
                  s.late(s.between(15, 35), s.between(60, 300))
                      .customer("delayReason", "HABIT")
                      .customer("onTimeRatio", 0.25)
                      .customer("averageDaysLate", 38)
                      .did("FRIENDLY_REMINDER", 9, "EMAIL", "REACHED")),
          anywhere(
              4,
              "ASK_REASON",
              "迟付原因不明，先问原因",
              "Nobody knows why they are late: ask",
              s ->
                  s.late(s.between(22, 30), s.between(20, 90))
                      .without("onTimeRatio", "averageDaysLate", "satisfaction")
                      .did("FRIENDLY_REMINDER", 20, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 16, "PHONE", "REACHED")
                      .did("COLLECTION_CALL", 9, "PHONE", "REACHED")),
          anywhere(
              4,
              "ASK_PROCESS_STATUS",
              "客户内部审批中，询问进度",
              "In the customer's approval: ask how far it is",
              s ->
                  s.late(s.between(22, 30), s.between(20, 90))
                      .customer("delayReason", "INTERNAL_PROCESS")
                      .did("FRIENDLY_REMINDER", 18, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 9, "PHONE", "IN_APPROVAL")),
          anywhere(
              3,
              "REFUSAL_HANDLING",
              "客户明确拒付，先冷静沟通",
              "The customer refuses: a calm talk first",
              s ->
                  s.late(s.between(15, 30), s.between(80, 400))
                      .customer("delayReason", "REFUSAL")
                      .did("FRIENDLY_REMINDER", 8, "PHONE", "REFUSED")),
          anywhere(
              4,
              "COLLECTION_CALL",
              "两次失信，请对方书面确认",
              "Two broken promises: ask for a written one",
              s ->
                  s.late(s.between(30, 50), s.between(60, 300))
                      .promised(20, 50, 0)
                      .promised(9, 50, 0)
                      .customer("financialStress", "WATCH")
                      .did("FRIENDLY_REMINDER", 26, "PHONE", "PROMISE")),
          anywhere(
              3,
              "NEGOTIATE_SUPPLEMENT",
              "条款不明确，协商补充协议",
              "Unclear terms: negotiate a supplement",
              s ->
                  s.late(s.between(15, 30), s.between(150, 500))
                      .contract("termsClear", false)
                      .customer("delayReason", "TERMS_UNCLEAR")),
          anywhere(
              4,
              "NOTIFY_PROGRESS_GAP",
              "进度远超付款，合同有停工条款",
              "Work is far ahead of payment, with a suspension clause",
              s ->
                  s.late(s.between(40, 60), s.between(600, 1500))
                      .halfPaid(90)
                      .contract("suspensionClause", true)
                      .did("FRIENDLY_REMINDER", 34, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 20, "PHONE", "REACHED")),
          anywhere(
              3,
              "SUSPEND_WORK",
              "停工预告已满七天",
              "The notice of suspension has run for a week",
              s ->
                  s.late(s.between(60, 80), s.between(700, 1600))
                      .halfPaid(90)
                      .contract("suspensionClause", true)
                      .did("FRIENDLY_REMINDER", 52, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 38, "PHONE", "REACHED")
                      .did("SUSPENSION_NOTICE", 11, "REGISTERED_LETTER", "REACHED")),
          anywhere(
              3,
              "FRIENDLY_REMINDER",
              "质保金尾款",
              "The retention at the end",
              s ->
                  s.late(s.between(15, 40), s.between(60, 160))
                      .milestone("RETENTION", 5, Optional.of(60), true)),
          anywhere(
              4,
              "COLLECTION_CALL",
              "战略客户，控制频次，语气友好",
              "A strategic customer: fewer contacts, a friendly tone",
              s ->
                  s.late(s.between(18, 40), s.between(300, 1200))
                      .customer("segment", "STRATEGIC")
                      .customer("size", "LARGE")
                      .did("FRIENDLY_REMINDER", 11, "PHONE", "REACHED")
                      .contact(4, "EMAIL", "REACHED")),
          at(
              Home.CN,
              3,
              "COLLECTION_CALL",
              "对大型企业的债权：法定逾期利息",
              "A claim on a large enterprise: statutory interest",
              s ->
                  s.late(s.between(30, 60), s.between(80, 400))
                      .customer("size", "LARGE")
                      .customer("segment", "KEY")
                      .did("FRIENDLY_REMINDER", 22, "EMAIL", "REACHED")),
          at(
              Home.CN,
              3,
              "COLLECTION_CALL",
              "公立医院，付款审批慢",
              "A public hospital with slow approvals",
              s ->
                  s.late(s.between(30, 60), s.between(100, 500))
                      .customer("size", "GOVERNMENT")
                      .customer("name", s.hospital())
                      .did("FRIENDLY_REMINDER", 20, "PHONE", "IN_APPROVAL")),
          anywhere(
              3,
              "FRIENDLY_REMINDER",
              "资料很少的新客户",
              "A new customer of whom little is known",
              s ->
                  s.late(s.between(5, 15), s.between(40, 150))
                      .without(
                          "creditScore",
                          "financialStress",
                          "onTimeRatio",
                          "averageDaysLate",
                          "satisfaction",
                          "segment",
                          "size")),
          anywhere(
              3,
              "FRIENDLY_REMINDER",
              "另一账套的客户",
              "A customer in another set of books",
              s -> s.ledger("EU-01").late(s.between(5, 25), s.between(40, 200))),
          anywhere(
              3,
              "WAIT",
              "合同即将到期",
              "The contract is about to end",
              s -> s.due(s.between(15, 30), s.between(60, 300)).contract("endsOn", s.daysAgo(-20))),
          at(
              Home.DE,
              3,
              "COLLECTION_CALL",
              "德国客户，合同约定利率",
              "A German customer with an agreed rate",
              s ->
                  s.lateInterest(9)
                      .due(11, s.between(60, 200))
                      .late(s.between(12, 30), s.between(60, 250))
                      .did("FRIENDLY_REMINDER", 9, "EMAIL", "REACHED")),
          at(
              Home.GB,
              3,
              "COLLECTION_CALL",
              "英国客户，法定逾期利息",
              "A British customer: statutory interest",
              s ->
                  s.late(s.between(25, 60), s.between(40, 200))
                      .did("FRIENDLY_REMINDER", 18, "EMAIL", "REACHED")),
          anywhere(
              3,
              "SUSPENSION_NOTICE",
              "告知进度差距后仍未付，预告停工",
              "Shown the gap, still unpaid: notice of suspension",
              s ->
                  s.late(s.between(60, 80), s.between(700, 1600))
                      .halfPaid(90)
                      .contract("suspensionClause", true)
                      .did("FRIENDLY_REMINDER", 52, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 38, "PHONE", "REACHED")
                      .did("NOTIFY_PROGRESS_GAP", 12, "EMAIL", "REACHED")),
          anywhere(
              3,
              "SERVICE_RECOVERY",
              "我方交付滞后，先给出赶工计划",
              "We are behind schedule: a plan to catch up comes first",
              s ->
                  s.late(s.between(6, 20), s.between(100, 400))
                      .attribute("scheduleDelayDays", s.between(18, 40))),
          anywhere(
              3,
              "CHANGE_PAYMENT_METHOD",
              "客户付款方式不便，换一种方式",
              "The way to pay does not suit the customer: offer another",
              s ->
                  s.late(s.between(8, 16), s.between(30, 160))
                      .attribute("paymentMethodIssue", true)),
          anywhere(
              3,
              "INTERMEDIARY",
              "常规沟通没有结果，请中间人协调",
              "Talking has not helped: ask a person whom both sides trust",
              s ->
                  s.late(s.between(46, 58), s.between(20, 90))
                      .attribute("intermediaryKnown", true)
                      .did("FRIENDLY_REMINDER", 42, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 30, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 12, "PHONE", "REACHED")),
          at(
              Home.CN,
              3,
              "OFFER_INSTALLMENTS",
              "小额欠款、一时周转不开：免息分期",
              "A small debt, short of cash: installments without interest",
              s ->
                  s.late(s.between(62, 85), s.between(12, 45))
                      .customer("delayReason", "CASH_FLOW")
                      .did("FRIENDLY_REMINDER", 14, "EMAIL", "REACHED")),
          at(
              Home.CN,
              3,
              "RECONCILE_ACCOUNT",
              "发催款函前缺合同原件，先对账补证据",
              "The contract is missing from the file: reconcile before the demand",
              s ->
                  s.late(s.between(72, 85), s.between(30, 90))
                      .paper("contract", false)
                      .did("FRIENDLY_REMINDER", 66, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 48, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 22, "PHONE", "REACHED")));

  private ServiceStories() {}
}

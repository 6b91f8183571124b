package dev.huikuan.portfolio.demo;

import static dev.huikuan.portfolio.demo.Story.anywhere;
import static dev.huikuan.portfolio.demo.Story.at;

import java.util.List;

/** Where a discount, a plan, more time or a sale of the debt may pay off. */
final class OfferStories {

  static final List<Story> ALL =
      List.of(
          anywhere(
              7,
              "OFFER_DISCOUNT",
              "合同约定提前付款折扣 2/10",
              "The contract grants 2 % within ten days",
              s ->
                  s.due(s.between(24, 28), s.between(150, 900))
                      .earlyDiscount(2, 10)
                      .invoice("invoicedOn", s.daysAgo(3))
                      .invoice("invoiceDeliveredOn", s.daysAgo(2))
                      .invoice("goodsDeliveredOn", s.daysAgo(6))
                      .customer("creditScore", s.between(560, 640))
                      .customer("averageDaysLate", 12)),
          anywhere(
              6,
              "OFFER_DISCOUNT",
              "习惯拖延几周的好客户，可用折扣换提前到账",
              "A sound customer who pays weeks late: a discount may bring the money forward",
              s ->
                  s.due(s.between(28, 45), s.between(200, 1200))
                      .customer("creditScore", 700)
                      .customer("averageDaysLate", s.between(31, 40))
                      .customer("onTimeRatio", 0.6)),
          anywhere(
              12,
              "OFFER_INSTALLMENTS",
              "一向守信，眼下资金紧张：适合分期",
              "A good payer short of cash: a case for installments",
              s ->
                  s.late(s.between(62, 85), s.between(120, 900))
                      .customer("delayReason", "CASH_FLOW")
                      .customer("financialStress", "WATCH")
                      .customer("onTimeRatio", 0.9)
                      .customer("creditScore", s.between(620, 700))
                      .did("FRIENDLY_REMINDER", 14, "EMAIL", "REACHED")
                      .contact(6, "PHONE", "REACHED")),
          anywhere(
              6,
              "OFFER_INSTALLMENTS",
              "资金困难的大额欠款：首付加分期",
              "A large debt in distress: a down payment and a plan",
              s ->
                  s.late(s.between(60, 120), s.between(800, 2600))
                      .customer("delayReason", "CASH_FLOW")
                      .customer("financialStress", "DISTRESSED")
                      .customer("creditScore", 480)
                      .did("FRIENDLY_REMINDER", 50, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 30, "PHONE", "REACHED")),
          at(
              Home.CN,
              4,
              "EXTEND_DUE_DATE",
              "资金紧张而合同不允许分期：展期",
              "Short of cash, and the contract forbids installments: extend",
              s ->
                  s.late(s.between(25, 60), s.between(150, 500))
                      .contract("installmentsAllowed", false)
                      .customer("delayReason", "CASH_FLOW")
                      .customer("financialStress", "WATCH")),
          anywhere(
              6,
              "GRACE_PERIOD",
              "短期资金紧张：给宽限期",
              "Short of cash for a few weeks: a grace period",
              s ->
                  s.late(s.between(3, 12), s.between(40, 90))
                      .customer("delayReason", "CASH_FLOW")
                      .customer("onTimeRatio", 0.92)
                      .customer("creditScore", 690)),
          anywhere(
              5,
              "GRACE_PERIOD",
              "卡在客户内部审批：宽限几天",
              "Held up in the customer's approval: a few days of grace",
              s ->
                  s.late(s.between(14, 18), s.between(300, 900))
                      .customer("delayReason", "INTERNAL_PROCESS")
                      .customer("size", "LARGE")
                      .customer("segment", "KEY")
                      .did("FRIENDLY_REMINDER", 12, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 7, "PHONE", "IN_APPROVAL")),
          anywhere(
              6,
              "OFFER_DISCOUNT",
              "久拖的欠款：一次付清优惠",
              "A long overdue debt: a settlement discount",
              s ->
                  s.late(s.between(150, 300), s.between(80, 500))
                      .customer("onTimeRatio", 0.65)
                      .customer("creditScore", 450)
                      .did("FRIENDLY_REMINDER", 140, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 100, "PHONE", "REACHED")),
          anywhere(
              3,
              "FRIENDLY_REMINDER",
              "违约后不再提供方案",
              "No new offer after a broken agreement",
              s ->
                  s.late(s.between(70, 90), s.between(100, 400))
                      .agreed("DISCOUNT", 40, -20)
                      .customer("delayReason", "CASH_FLOW")
                      .customer("financialStress", "WATCH")),
          anywhere(
              5,
              "FACTORING",
              "信用好而付款慢的大客户：保理",
              "A sound but slow debtor on long terms: factoring",
              s ->
                  s.late(s.between(2, 10), s.between(900, 3000))
                      .customer("size", "LARGE")
                      .customer("creditScore", 700)
                      .customer("segment", "KEY")
                      .customer("onTimeRatio", 0.78)
                      .customer("averageDaysLate", s.between(32, 42))
                      .contract("netDays", 90)),
          anywhere(
              4,
              "AGENCY_PLACEMENT",
              "一年以上的小额旧账，委托专业机构",
              "A small debt of more than a year: place it with an agency",
              s ->
                  s.late(s.between(370, 520), s.between(12, 45))
                      .paper("demand", true)
                      .customer("creditScore", 380)
                      .did("FRIENDLY_REMINDER", 360, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 330, "PHONE", "NO_ANSWER")
                      .did("FORMAL_DEMAND", 200, "REGISTERED_LETTER", "NO_ANSWER")));

  private OfferStories() {}
}

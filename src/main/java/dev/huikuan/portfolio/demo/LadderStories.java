package dev.huikuan.portfolio.demo;

import static dev.huikuan.portfolio.demo.Story.anywhere;
import static dev.huikuan.portfolio.demo.Story.at;

import java.util.List;
import java.util.Optional;

/** The ordinary way from the due date to the lawyer, and who is approached how. */
final class LadderStories {

  static final List<Story> ALL =
      List.of(
          anywhere(
              12,
              "FRIENDLY_REMINDER",
              "刚逾期几天，第一次友好提醒",
              "A few days late: a first friendly reminder",
              s -> s.late(s.between(4, 9), s.between(20, 260))),
          anywhere(
              10,
              "FRIENDLY_REMINDER",
              "一笔逾期，另一笔尚未到期",
              "One invoice late, another not due yet",
              s ->
                  s.due(s.between(8, 30), s.between(20, 90))
                      .late(s.between(5, 14), s.between(30, 160))),
          anywhere(
              14,
              "COLLECTION_CALL",
              "提醒后仍未付，电话催收",
              "Reminded, still unpaid: a collection call",
              s ->
                  s.late(s.between(18, 34), s.between(40, 380))
                      .did("FRIENDLY_REMINDER", 12, "EMAIL", "REACHED")),
          anywhere(
              10,
              "EXECUTIVE_ESCALATION",
              "两次催促都没有结果",
              "Two attempts without result",
              s ->
                  s.late(s.between(36, 58), s.between(60, 420))
                      .did("FRIENDLY_REMINDER", 30, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 14, "PHONE", "NO_ANSWER")),
          anywhere(
              9,
              "EXECUTIVE_ESCALATION",
              "大额欠款，电话后仍未付",
              "A large debt, unpaid after the call",
              s ->
                  s.late(s.between(45, 70), s.between(700, 2400))
                      .customer("segment", "KEY")
                      .customer("size", "LARGE")
                      .did("FRIENDLY_REMINDER", 40, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 20, "PHONE", "REACHED")),
          anywhere(
              8,
              "FORMAL_DEMAND",
              "高层沟通也没有结果，该发正式催款函",
              "Executives talked in vain: time for the formal demand",
              s ->
                  s.late(s.between(72, 95), s.between(180, 900))
                      .did("FRIENDLY_REMINDER", 66, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 48, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 22, "PHONE", "REACHED")),
          anywhere(
              7,
              "LAWYER_LETTER",
              "催款函期满，证据齐全",
              "The demand has run out, evidence complete",
              s ->
                  s.late(s.between(105, 150), s.between(150, 700))
                      .paper("demand", true)
                      .customer("creditScore", 430)
                      .customer("onTimeRatio", 0.4)
                      .did("FRIENDLY_REMINDER", 100, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 80, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 55, "PHONE", "REACHED")
                      .did("FORMAL_DEMAND", 28, "REGISTERED_LETTER", "REACHED")),
          anywhere(
              5,
              "ARBITRATION",
              "律师函之后：仲裁条款",
              "After the lawyer's letter: an arbitration clause",
              s ->
                  s.late(s.between(170, 240), s.between(300, 1500))
                      .paper("demand", true)
                      .contract("disputeResolution", "ARBITRATION")
                      .customer("creditScore", 380)
                      .did("FRIENDLY_REMINDER", 160, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 140, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 110, "PHONE", "REACHED")
                      .did("FORMAL_DEMAND", 80, "REGISTERED_LETTER", "REACHED")
                      .did("LAWYER_LETTER", 35, "REGISTERED_LETTER", "REACHED")
                      .task("LEGAL_REVIEW", 18)),
          anywhere(
              5,
              "LITIGATION",
              "律师函之后：约定诉讼",
              "After the lawyer's letter: litigation agreed",
              s ->
                  s.late(s.between(170, 260), s.between(400, 1800))
                      .paper("demand", true)
                      .customer("creditScore", 360)
                      .did("FRIENDLY_REMINDER", 165, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 140, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 112, "PHONE", "REACHED")
                      .did("FORMAL_DEMAND", 85, "REGISTERED_LETTER", "REACHED")
                      .did("LAWYER_LETTER", 40, "REGISTERED_LETTER", "REACHED")
                      .task("LEGAL_REVIEW", 20)),
          anywhere(
              4,
              "LEGAL_REVIEW",
              "交付和验收都没有凭证，先补证据再谈法律",
              "No proof of delivery or acceptance: complete the file before any legal step",
              s ->
                  s.late(s.between(120, 160), s.between(200, 600))
                      .paper("acceptance", false)
                      .paper("delivery", false)
                      .customer("creditScore", 420)
                      .customer("onTimeRatio", 0.3)
                      .did("FRIENDLY_REMINDER", 110, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 90, "PHONE", "REACHED")
                      .did("EXECUTIVE_ESCALATION", 60, "PHONE", "REACHED")
                      .did("FORMAL_DEMAND", 30, "REGISTERED_LETTER", "REACHED")),
          anywhere(
              4,
              "LEGAL_FAST_TRACK",
              "有钱不付，屡次失信又拒付",
              "Able to pay, promises broken, payment refused",
              s ->
                  s.late(s.between(80, 130), s.between(300, 1200))
                      .paper("demand", true)
                      .customer("delayReason", "REFUSAL")
                      .customer("onTimeRatio", 0.2)
                      .customer("creditScore", 610)
                      .promised(60, 50, 0)
                      .promised(40, 50, 0)
                      .promised(20, 50, 0)
                      .did("FRIENDLY_REMINDER", 75, "EMAIL", "REACHED")
                      .did("COLLECTION_CALL", 62, "PHONE", "PROMISE")
                      .did("EXECUTIVE_ESCALATION", 42, "PHONE", "REFUSED")
                      .did("FORMAL_DEMAND", 16, "REGISTERED_LETTER", "REFUSED")),
          anywhere(
              4,
              "AGENCY_PLACEMENT",
              "小额老账，人已联系不上",
              "A small old debt, nobody answers any more",
              s ->
                  s.late(s.between(200, 330), s.between(12, 60))
                      .paper("demand", true)
                      .customer("delayReason", "UNREACHABLE")
                      .customer("creditScore", 400)
                      .did("FRIENDLY_REMINDER", 190, "EMAIL", "NO_ANSWER")
                      .did("COLLECTION_CALL", 170, "PHONE", "NO_ANSWER")
                      .did("FORMAL_DEMAND", 90, "REGISTERED_LETTER", "NO_ANSWER")),
          at(
              Home.CN,
              2,
              "COLLECTION_CALL",
              "诉讼时效只剩两个月",
              "Two months are left to limitation",
              s ->
                  s.late(1036, s.between(80, 300))
                      .paper("demand", false)
                      .invoice("lastInterruptionOn", Optional.empty())
                      .did("FRIENDLY_REMINDER", 1000, "EMAIL", "REACHED")),
          anywhere(
              3,
              "LEGAL_REVIEW",
              "拖了两年多的小额旧账，请法务决定去留",
              "A small debt of years: legal decides what becomes of it",
              s ->
                  s.late(s.between(760, 900), s.between(6, 9))
                      .customer("financialStress", "DISTRESSED")
                      .customer("creditScore", 300)
                      .did("FORMAL_DEMAND", 400, "REGISTERED_LETTER", "NO_ANSWER")
                      .did("LAWYER_LETTER", 300, "REGISTERED_LETTER", "NO_ANSWER")));

  private LadderStories() {}
}

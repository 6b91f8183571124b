package dev.huikuan.web.view;

import dev.huikuan.domain.Text;
import dev.huikuan.records.Outcome;

/** Outcomes in words. */
public final class OutcomeWords {

  private OutcomeWords() {}

  public static Text of(Outcome.Type type) {
    return switch (type) {
      case CONTACTED -> new Text("已联系上", "Reached");
      case NO_ANSWER -> new Text("未联系上", "No answer");
      case PROMISE -> new Text("承诺付款", "Promised to pay");
      case PAID -> new Text("已付款", "Paid");
      case DISPUTED -> new Text("提出争议", "Disputes it");
      case REFUSED -> new Text("拒绝付款", "Refuses to pay");
      case OFFER_ACCEPTED -> new Text("接受方案", "Accepts an offer");
      case OFFER_DECLINED -> new Text("拒绝方案", "Declines the offer");
      case OVERRIDDEN -> new Text("采取了其他动作", "Did something else");
    };
  }
}

package dev.huikuan.web.view;

import dev.huikuan.domain.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of action, in words and as names for the style sheet. */
final class Kind {

  private static final Map<String, Text> LABELS =
      Map.of(
          "INTERNAL", new Text("内部处理", "Internal"),
          "SERVICE", new Text("服务", "Service"),
          "REMINDER", new Text("提醒", "Reminder"),
          "PRESSURE", new Text("催收", "Pressure"),
          "OFFER", new Text("优惠方案", "Offer"),
          "EXIT", new Text("转让", "Exit"),
          "LEGAL", new Text("法律手段", "Legal"),
          "WAIT", new Text("等待", "Wait"));

  /** In the order in which a day goes: what can be won first. */
  static final List<String> ALL =
      List.of("OFFER", "PRESSURE", "REMINDER", "SERVICE", "INTERNAL", "LEGAL", "EXIT", "WAIT");

  private Kind() {}

  static String label(String kind, Labels labels) {
    return labels.of(LABELS.getOrDefault(kind, Text.same(kind)));
  }

  /** A class of the style sheet; one that it knows. */
  static String style(String kind) {
    return LABELS.containsKey(kind) ? kind.toLowerCase(Locale.ROOT) : "wait";
  }
}

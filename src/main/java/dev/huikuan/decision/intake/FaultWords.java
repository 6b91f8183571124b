package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.util.Collection;
import java.util.List;

/** Sentences that faults share; what the sender wrote stands in back-ticks, short and harmless. */
final class FaultWords {

  private FaultWords() {}

  static CaseFault required(String pointer) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return new CaseFault(
        pointer, "REQUIRED", new Text("缺少必填项 `" + name + "`", "`" + name + "` is required"));
  }

  static CaseFault unknownProperty(String pointer, String name, Collection<String> known) {
    String shown = clipped(name);
    List<String> near = name.length() > 100 ? List.of() : Wording.nearest(name, known);
    return new CaseFault(
        pointer,
        "UNKNOWN_PROPERTY",
        new Text(
            "未知属性 `" + shown + "`" + meantZh(near),
            "unknown property `" + shown + "`" + meant(near)));
  }

  static CaseFault notInList(String pointer, String found, Collection<String> allowed) {
    List<String> near = Wording.nearest(found.replaceAll("[\"`]", ""), allowed);
    return new CaseFault(
        pointer,
        "VALUE",
        new Text(
            "值 " + found + " 不在允许之列：" + String.join("、", allowed) + meantZh(near),
            "expected one of " + String.join(", ", allowed) + ", found " + found + meant(near)));
  }

  /** A value as it may stand in a message: short, a text in back-ticks. */
  static String shown(JsonNode node) {
    if (node.isTextual()) {
      return "`" + clipped(node.asText()) + "`";
    }
    return node.isContainerNode() ? (node.isObject() ? "{…}" : "[…]") : clipped(node.asText());
  }

  static String clipped(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.codePointCount(0, line.length()) <= 60
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
  }

  static String meant(List<String> near) {
    return near.isEmpty() ? "" : "; did you mean " + quoted(near) + "?";
  }

  static String meantZh(List<String> near) {
    return near.isEmpty() ? "" : "，是否指 " + quoted(near);
  }

  private static String quoted(List<String> words) {
    return "`" + String.join("` / `", words) + "`";
  }
}

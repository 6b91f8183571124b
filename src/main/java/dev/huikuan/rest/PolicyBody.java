package dev.huikuan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.domain.Text;
import dev.huikuan.lifecycle.Upload;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The small JSON bodies of approval and activation; every fault at its pointer, all at once. */
final class PolicyBody {

  private static final int LONGEST_VERSION = 100;

  private final ObjectNode body;
  private final List<CaseFault> faults = new ArrayList<>();

  private PolicyBody(ObjectNode body) {
    this.body = body;
  }

  /** Reads the body and refuses properties that it should not have. */
  static PolicyBody of(Context ctx, Set<String> known) {
    Requests.requireType(ctx, Operation.JSON);
    PolicyBody read = new PolicyBody(Json.read(ctx.bodyAsBytes()));
    read.body
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                read.fault(name, "UNKNOWN", "未知属性", "unknown property");
              }
            });
    return read;
  }

  /** Why: a text that is not blank. */
  String note() {
    return text("note", Upload.LONGEST_NOTE).strip();
  }

  String version(String name) {
    return text(name, LONGEST_VERSION);
  }

  /** A flag; true unless said otherwise. */
  boolean flag(String name) {
    JsonNode node = body.path(name);
    if (!node.isMissingNode() && !node.isBoolean()) {
      fault(name, "TYPE", "应为 true 或 false", "expected true or false");
    }
    return node.asBoolean(true);
  }

  private String text(String name, int longest) {
    JsonNode node = body.path(name);
    boolean fits =
        node.isTextual() && !node.asText().isBlank() && node.asText().length() <= longest;
    if (!fits) {
      fault(
          name,
          node instanceof MissingNode ? "REQUIRED" : "TYPE",
          "应为非空文字，不超过 " + longest + " 个字符",
          "expected a text that is not blank, of at most " + longest + " characters");
    }
    return node.asText();
  }

  private void fault(String name, String code, String zh, String en) {
    String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    faults.add(new CaseFault(pointer, code, new Text(pointer + "：" + zh, pointer + ": " + en)));
  }

  /** Throws when there was any fault. */
  void done() {
    if (!faults.isEmpty()) {
      Text detail =
          faults.size() == 1
              ? faults.get(0).message()
              : new Text("正文有 " + faults.size() + " 处错误", faults.size() + " faults in the body");
      throw Problem.of(ProblemCode.MALFORMED, detail, faults);
    }
  }
}

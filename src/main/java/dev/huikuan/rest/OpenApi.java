package dev.huikuan.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The OpenAPI 3.1 document, made of the route table so that it cannot disagree with it. */
final class OpenApi {

  private static final Text ABOUT =
      new Text(
          "对赊销客户：今天该做什么才能收回款项，以及为什么。\n"
              + "开放模式仅供试用：只在本机地址上提供，请求的 Host 必须是 127.0.0.1、localhost 或 [::1] 加本服务端口，"
              + "不接受转发头，也不接受其他来源的写请求。\n"
              + "限制：正文 5 MB，批量 2 GB、每行 256 kB；查询参数 50 个，各一次；请求头与地址 8 kB；"
              + "连接静止 30 秒，或请求头 60 秒内未到齐，或正文慢于每秒 1 kB（前 30 秒不计），即断开；数字绝对值小于 10^12，书写不超过 40 个字符；嵌套 50 层。\n"
              + "Accept-Language 决定文字用中文还是英文；代码和 JSON Pointer 从不翻译。\n"
              + "所有错误都是 application/problem+json（RFC 9457），一次列出全部错误。",
          "For a customer who buys on credit: what to do today to get paid, and why.\n"
              + "Open mode is for trying out: served on a loopback address only; Host must be 127.0.0.1,"
              + " localhost or [::1] with this service's port; forwarding headers are refused, and so are"
              + " writing requests from another origin.\n"
              + "Limits: a body of 5 MB, a batch of 2 GB with lines of 256 kB; 50 query parameters, each once; an address and headers of 8 kB;"
              + " a connection is cut when it is silent for 30 seconds, when the head of a request is not complete within 60, or when a body"
              + " comes more slowly than 1 kB a second (after its first 30 seconds); numbers below 10^12 and written in at most 40 characters; 50 levels of nesting.\n"
              + "Accept-Language picks Chinese or English; codes and JSON Pointers are never translated.\n"
              + "Every error is application/problem+json (RFC 9457), all faults of a request at once.");

  private static final List<ProblemCode> ALWAYS =
      List.of(
          ProblemCode.MALFORMED, ProblemCode.WRONG_HOST, ProblemCode.BUSY, ProblemCode.INTERNAL);

  /** What a request with a body may be answered, too. */
  private static final List<ProblemCode> OF_BODIES =
      List.of(ProblemCode.FORBIDDEN, ProblemCode.TOO_LARGE, ProblemCode.MEDIA_TYPE);

  private static final Text TOO_SLOW =
      new Text("MALFORMED: 正文传输过慢", "MALFORMED: the body came too slowly");

  private OpenApi() {}

  static ObjectNode document(List<Operation> operations, Language language) {
    ObjectNode document = Json.object().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Huikuan 回款")
        .put("version", "1")
        .put("description", ABOUT.in(language));
    document.putArray("servers").addObject().put("url", "/");
    ArrayNode tags = document.putArray("tags");
    operations.stream()
        .map(OperationNames::tag)
        .distinct()
        .forEach(tag -> tags.addObject().put("name", tag));
    ObjectNode paths = document.putObject("paths");
    for (Operation operation : operations) {
      paths
          .withObjectProperty(operation.path())
          .set(operation.method().name().toLowerCase(Locale.ROOT), operation(operation, language));
    }
    document.putObject("components").set("schemas", Schemas.all());
    return document;
  }

  private static ObjectNode operation(Operation operation, Language language) {
    ObjectNode node = Json.object().put("operationId", OperationNames.id(operation));
    node.putArray("tags").add(OperationNames.tag(operation));
    node.put("summary", operation.summary().in(language));
    node.put("description", operation.description().in(language));
    parameters(node.putArray("parameters"), operation, language);
    operation
        .request()
        .ifPresent(
            schema ->
                node.putObject("requestBody")
                    .put("required", true)
                    .set("content", content(operation.media(), schema)));
    node.set("responses", responses(operation, language));
    return node;
  }

  private static void parameters(ArrayNode array, Operation operation, Language language) {
    for (Operation.Parameter parameter : operation.parameters()) {
      ObjectNode node = array.addObject().put("name", parameter.name()).put("in", parameter.in());
      node.put("required", parameter.required());
      node.put("description", parameter.description().in(language));
      node.putObject("schema").put("type", parameter.type());
    }
    array
        .addObject()
        .put("name", "Accept-Language")
        .put("in", "header")
        .put("required", false)
        .put("description", new Text("zh 或 en", "zh or en").in(language))
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode responses(Operation operation, Language language) {
    TreeMap<String, ObjectNode> responses = new TreeMap<>();
    List<Operation.Reply> replies = new ArrayList<>(List.of(operation.reply()));
    replies.addAll(operation.others());
    for (Operation.Reply reply : replies) {
      responses.put(
          Integer.toString(reply.status()),
          answer(
              reply.description().in(language), content(operation.answerMedia(), reply.schema())));
    }
    problems(operation)
        .forEach(
            (status, codes) ->
                responses.put(Integer.toString(status), problem(describe(codes, language))));
    if (operation.request().isPresent()) {
      responses.put("408", problem(TOO_SLOW.in(language)));
    }
    return Json.object().setAll(responses);
  }

  private static ObjectNode problem(String description) {
    return answer(description, content("application/problem+json", "Problem"));
  }

  private static ObjectNode answer(String description, ObjectNode content) {
    ObjectNode answer = Json.object().put("description", description);
    answer.set("content", content);
    return answer;
  }

  private static Map<Integer, List<ProblemCode>> problems(Operation operation) {
    List<ProblemCode> codes = new ArrayList<>(operation.problems());
    codes.addAll(ALWAYS);
    if (operation.request().isPresent()) {
      codes.addAll(OF_BODIES);
    }
    return codes.stream()
        .distinct()
        .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
  }

  private static String describe(List<ProblemCode> codes, Language language) {
    return codes.stream()
        .map(code -> code.name() + ": " + code.title().in(language))
        .collect(Collectors.joining("; "));
  }

  private static ObjectNode content(String mediaType, String schema) {
    ObjectNode content = Json.object();
    ObjectNode node = content.putObject(mediaType).putObject("schema");
    if (schema.isEmpty()) {
      node.put("type", "object");
    } else {
      node.put("$ref", "#/components/schemas/" + schema);
    }
    return content;
  }
}

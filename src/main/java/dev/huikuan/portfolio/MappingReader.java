package dev.huikuan.portfolio;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Wording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads a ledger mapping strictly: everything that is wrong with it at once. */
final class MappingReader {

  private static final List<String> PROPERTIES =
      List.of("delimiter", "encoding", "dateFormat", "columns", "values", "constants");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final List<Text> faults = new ArrayList<>();

  private MappingReader() {}

  static LedgerMapping read(byte[] json) throws InvalidLedger {
    return new MappingReader().mapping(tree(json));
  }

  private static JsonNode tree(byte[] json) throws InvalidLedger {
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InvalidLedger(
          "映射文件：第 " + line + " 行不是有效的 JSON：" + e.getOriginalMessage(),
          "mapping: line " + line + ": not valid JSON: " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      throw new InvalidLedger("映射文件：有一个数字太长", "mapping: a number in it is too long");
    } catch (IOException e) {
      throw new InvalidLedger("映射文件：无法读取", "mapping: cannot be read");
    }
    throw new InvalidLedger(
        "映射文件：应为一个 JSON 对象 { \"columns\": … }",
        "mapping: must be one JSON object, { \"columns\": … }");
  }

  private LedgerMapping mapping(JsonNode tree) throws InvalidLedger {
    tree.fieldNames()
        .forEachRemaining(
            name -> {
              if (!PROPERTIES.contains(name)) {
                unknown("/" + name, "属性", "property", name, PROPERTIES);
              }
            });
    LedgerMapping mapping =
        new LedgerMapping(
            delimiter(text(tree, "delimiter", ",")),
            encoding(text(tree, "encoding", "UTF-8")),
            dateFormat(text(tree, "dateFormat", "yyyy-MM-dd")),
            columns(tree.path("columns")),
            values(tree.path("values")),
            constants(tree.path("constants")));
    needs(mapping);
    if (!faults.isEmpty()) {
      throw new InvalidLedger(faults);
    }
    return mapping;
  }

  private String text(JsonNode tree, String name, String otherwise) {
    JsonNode node = tree.path(name);
    if (node.isMissingNode()) {
      return otherwise;
    }
    if (!node.isTextual() || node.asText().isEmpty()) {
      fault("/" + name, "应为文本，实为 `" + node + "`", "must be a text, got `" + node + "`");
      return otherwise;
    }
    return node.asText();
  }

  private char delimiter(String written) {
    if (written.length() == 1 && ",;\t|".contains(written)) {
      return written.charAt(0);
    }
    fault(
        "/delimiter",
        "应为 `,`、`;`、`|` 或制表符 `\\t`，实为 `" + written + "`",
        "must be `,`, `;`, `|` or a tab `\\t`, got `" + written + "`");
    return ',';
  }

  private Charset encoding(String written) {
    try {
      return Charset.forName(written);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      fault(
          "/encoding",
          "不认识编码 `" + written + "`，常用的有 UTF-8、GB18030",
          "no such encoding: `" + written + "`; usual ones are UTF-8, GB18030, windows-1252");
      return StandardCharsets.UTF_8;
    }
  }

  private String dateFormat(String written) {
    try {
      DateTimeFormatter.ofPattern(written, Locale.ROOT);
      return written;
    } catch (IllegalArgumentException e) {
      fault(
          "/dateFormat",
          "不是日期格式：`" + written + "`，例如 yyyy-MM-dd、M/d/yyyy",
          "not a date pattern: `" + written + "`; for example yyyy-MM-dd or M/d/yyyy");
      return "yyyy-MM-dd";
    }
  }

  private Map<String, String> columns(JsonNode node) {
    Map<String, String> result = new LinkedHashMap<>();
    eachTarget(
        "/columns",
        node,
        (target, header) -> {
          if (header.isTextual() && !header.asText().isBlank()) {
            result.put(target, header.asText().strip());
          } else {
            fault(
                "/columns/" + target,
                "应为列名（文本），实为 `" + header + "`",
                "must be the header of a column, got `" + header + "`");
          }
        });
    return result;
  }

  private Map<String, Map<String, JsonNode>> values(JsonNode node) {
    Map<String, Map<String, JsonNode>> result = new LinkedHashMap<>();
    eachTarget(
        "/values",
        node,
        (target, meanings) -> {
          Map<String, JsonNode> byCell = new LinkedHashMap<>();
          meanings.properties().forEach(e -> byCell.put(e.getKey(), e.getValue()));
          if (byCell.isEmpty() || byCell.values().stream().anyMatch(JsonNode::isContainerNode)) {
            fault(
                "/values/" + target,
                "应为 { \"单元格内容\": 值, … }",
                "must be { \"cell as written\": value, … }");
          }
          result.put(target, byCell);
        });
    return result;
  }

  private Map<String, JsonNode> constants(JsonNode node) {
    Map<String, JsonNode> result = new LinkedHashMap<>();
    eachTarget(
        "/constants",
        node,
        (target, value) -> {
          if (value.isContainerNode()) {
            fault("/constants/" + target, "应为单个值", "must be a single value");
          }
          result.put(target, value);
        });
    return result;
  }

  private void eachTarget(String pointer, JsonNode node, BiConsumer<String, JsonNode> then) {
    if (!node.isMissingNode() && !node.isObject()) {
      fault(pointer, "应为一个 JSON 对象", "must be a JSON object");
      return;
    }
    node.properties()
        .forEach(
            entry -> {
              if (Target.named(entry.getKey()).isPresent()) {
                then.accept(entry.getKey(), entry.getValue());
              } else {
                unknown(
                    pointer + "/" + entry.getKey(), "目标", "target", entry.getKey(), Target.names());
              }
            });
  }

  private void needs(LedgerMapping mapping) {
    if (mapping.columns().isEmpty()) {
      fault("/columns", "缺少列的对应关系", "names no column; map at least customer.id");
      return;
    }
    for (String needed : List.of(Target.CUSTOMER_ID, Target.RECEIVABLE_ID)) {
      if (!mapping.columns().containsKey(needed)) {
        fault("/columns", "缺少 `" + needed + "`", "must map `" + needed + "`");
      }
    }
    if (!mapping.columns().containsKey(Target.AMOUNT)
        && !mapping.columns().containsKey(Target.OUTSTANDING)) {
      fault(
          "/columns",
          "缺少 `receivable.amount` 或 `receivable.outstanding`",
          "must map `receivable.amount` or `receivable.outstanding`");
    }
  }

  private void unknown(String pointer, String zh, String en, String word, List<String> words) {
    List<String> near = Wording.nearest(word, words);
    String nearest = near.isEmpty() ? "" : "`" + String.join("`, `", near) + "`";
    fault(
        pointer,
        "没有这个" + zh + (near.isEmpty() ? "" : "，是否指 " + nearest),
        "no such " + en + (near.isEmpty() ? "" : "; did you mean " + nearest + "?"));
  }

  private void fault(String pointer, String zh, String en) {
    faults.add(new Text("映射文件 " + pointer + "：" + zh, "mapping " + pointer + ": " + en));
  }
}

package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Level;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.PolicyTables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of a policy as one DMN 1.5 model with its requirements and their diagram. Unknown is
 * null; what DMN cannot say as the policy does is named in the notes and in the model itself.
 */
public final class DmnExport {

  static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";

  /** Of the elements that say what DMN has no place for. */
  static final String OWN = "urn:huikuan:dmn";

  /** The annotation columns of a table. */
  static final List<String> ANNOTATIONS = List.of("Row", "Reason (zh)", "Reason (en)", "Note");

  /**
   * What was written.
   *
   * @param notes what DMN cannot say as the policy does
   */
  public record Written(byte[] xml, List<Text> notes) {}

  private final XmlText xml = new XmlText();
  private final Drg drg;
  private final Map<String, String> ids = new HashMap<>();

  private DmnExport(Drg drg) {
    this.drg = drg;
  }

  public static Written write(PolicyTables policy) {
    Drg drg = DrgBuilder.of(policy);
    return new Written(new DmnExport(drg).model(policy), drg.notes());
  }

  private byte[] model(PolicyTables policy) {
    xml.open(
        "definitions",
        "xmlns",
        MODEL,
        "xmlns:dmndi",
        "https://www.omg.org/spec/DMN/20230324/DMNDI/",
        "xmlns:dc",
        "http://www.omg.org/spec/DMN/20180521/DC/",
        "xmlns:di",
        "http://www.omg.org/spec/DMN/20180521/DI/",
        "xmlns:huikuan",
        OWN,
        "id",
        "policy_" + policy.version(),
        "name",
        "Huikuan policy " + policy.version(),
        "namespace",
        "urn:huikuan:policy:" + policy.version(),
        "exporter",
        "Huikuan");
    xml.text("description", description());
    drg.types().forEach(this::type);
    drg.inputs().forEach(input -> ids.put(input.name(), "input_" + input.name()));
    drg.decisions().forEach(decision -> ids.put(decision.name(), "decision_" + decision.name()));
    drg.inputs().forEach(this::input);
    drg.decisions().forEach(this::decision);
    new DmnDiagram(drg, ids).write(xml);
    return xml.close().bytes();
  }

  private String description() {
    StringBuilder text =
        new StringBuilder(
            "一个客户、一笔应收款、一个选项的决策；未知为 null，名称以 receivable_ 开头的是该笔应收款自己的，其余是客户的；"
                + "参数、规则设定的和系统在表与表之间计算的都是输入。\n"
                + "Decides one account with one receivable and one option. Unknown is null; names"
                + " that begin with receivable_ are that receivable's own, others the account's;"
                + " parameters, what rules set and what the product computes between tables are"
                + " inputs. Numbers are below 10^12: a computed one at or beyond is unknown to"
                + " Huikuan.");
    drg.notes()
        .forEach(note -> text.append("\n- ").append(note.zh()).append(" / ").append(note.en()));
    return text.toString();
  }

  private void type(DmnTypes.Item item) {
    xml.open(
        "itemDefinition",
        "id",
        "type_" + item.name(),
        "name",
        item.name(),
        "isCollection",
        item.collection() ? "true" : "");
    if (!item.of().isEmpty()) {
      xml.text("typeRef", item.of());
    }
    if (!item.allowed().isEmpty()) {
      xml.open("allowedValues", "id", "allowed_" + item.name());
      xml.text("text", item.allowed()).close();
    }
    for (DmnTypes.Component component : item.components()) {
      String id = "type_" + item.name() + "_" + component.name();
      xml.open("itemComponent", "id", id, "name", component.name());
      xml.text("typeRef", component.type()).close();
    }
    xml.close();
  }

  private void input(Drg.Input input) {
    String id = ids.get(input.name());
    xml.open("inputData", "id", id, "name", input.name(), "label", both(input.label()));
    xml.text("description", both(input.description()));
    variable(id, input.name(), input.type());
    xml.close();
  }

  private void variable(String id, String name, String type) {
    xml.empty("variable", "id", "variable_" + id, "name", name, "typeRef", type);
  }

  static String both(Text text) {
    return text.zh().equals(text.en()) ? text.en() : text.zh() + " / " + text.en();
  }

  private void decision(Drg.Decision decision) {
    String id = ids.get(decision.name());
    xml.open("decision", "id", id, "name", decision.name(), "label", both(decision.label()));
    decision.logic().ifPresent(logic -> head(logic.table()));
    variable(id, decision.name(), decision.type());
    for (String need : decision.needs()) {
      boolean input = ids.get(need).startsWith("input_");
      xml.open("informationRequirement", "id", requirement(decision.name(), need));
      xml.empty(input ? "requiredInput" : "requiredDecision", "href", "#" + ids.get(need));
      xml.close();
    }
    decision
        .logic()
        .ifPresentOrElse(
            logic -> logic(decision, logic),
            () ->
                xml.open("literalExpression", "id", "choice_" + id)
                    .text("text", decision.choice())
                    .close());
    xml.close();
  }

  static String requirement(String decision, String need) {
    return "need_" + decision + "-" + need;
  }

  /** What stands above the rows, in elements of our own where DMN has no place for it. */
  private void head(DecisionTable table) {
    if (!table.description().isBlank()) {
      xml.text("description", table.description());
    }
    xml.open("extensionElements");
    xml.empty(
        "huikuan:table",
        "code",
        table.code(),
        "level",
        table.level() == Level.ACCOUNT ? "" : table.level().name().toLowerCase(Locale.ROOT),
        "zh",
        table.label().zh(),
        "en",
        table.label().en(),
        "from",
        table.effective().from().map(LocalDate::toString).orElse(""),
        "until",
        table.effective().until().map(LocalDate::toString).orElse(""),
        "noMatch",
        table.noMatch() == DecisionTable.NoMatch.DEFAULT ? "" : table.noMatch().name());
    DrgTable.otherwise(table).ifPresent(this::otherwise);
    xml.close();
  }

  /** Of the row that is written as default outputs what DMN has no place for. */
  private void otherwise(DecisionTable.Row row) {
    xml.open("huikuan:default");
    DrgTable.annotations(row).forEach(text -> xml.text("huikuan:annotation", text));
    xml.close();
  }

  private void logic(Drg.Decision decision, Drg.Logic logic) {
    if (logic.afterwards().isEmpty()) {
      table(decision.name(), logic);
      return;
    }
    String id = "together_" + decision.name();
    xml.open("context", "id", id);
    xml.open("contextEntry", "id", id + "-rows");
    variable(id, "rows", "");
    table(decision.name(), logic);
    xml.close();
    otherwise(id + "-otherwise", logic);
    xml.open("contextEntry", "id", id + "-result");
    xml.open("literalExpression", "id", id + "-expression");
    xml.text("text", logic.afterwards()).close().close().close();
  }

  /** Default outputs beside the table, as a context. */
  private void otherwise(String id, Drg.Logic logic) {
    if (logic.results().stream().allMatch(result -> result.otherwise().isEmpty())) {
      return;
    }
    xml.open("contextEntry", "id", id);
    variable(id, "otherwise", "");
    xml.open("context", "id", id + "-outputs");
    for (Drg.Result result : logic.results()) {
      String entry = id + "-" + result.name();
      xml.open("contextEntry", "id", entry);
      variable(entry, result.name(), result.type());
      xml.open("literalExpression", "id", entry + "-expression");
      xml.text("text", result.otherwise()).close().close();
    }
    xml.close().close();
  }

  private void table(String name, Drg.Logic logic) {
    String id = "table_" + name;
    xml.open(
        "decisionTable",
        "id",
        id,
        "hitPolicy",
        logic.hitPolicy(),
        "aggregation",
        logic.aggregation(),
        "outputLabel",
        logic.results().get(0).label());
    for (int i = 0; i < logic.inputs().size(); i++) {
      clause(id + "-in" + (i + 1), logic.inputs().get(i));
    }
    for (int i = 0; i < logic.results().size(); i++) {
      result(id + "-out" + (i + 1), logic.results().get(i), logic.afterwards().isEmpty());
    }
    ANNOTATIONS.forEach(annotation -> xml.empty("annotation", "name", annotation));
    for (int i = 0; i < logic.rules().size(); i++) {
      rule(id + "-rule" + (i + 1), logic.rules().get(i));
    }
    xml.close();
  }

  private void clause(String id, Drg.Clause clause) {
    xml.open("input", "id", id, "label", clause.label());
    xml.open("inputExpression", "id", id + "-expression", "typeRef", clause.type());
    xml.text("text", clause.expression()).close();
    if (!clause.allowed().isEmpty()) {
      xml.open("inputValues", "id", id + "-values").text("text", clause.allowed()).close();
    }
    xml.close();
  }

  private void result(String id, Drg.Result result, boolean orElse) {
    xml.open(
        "output",
        "id",
        id,
        "name",
        result.name(),
        "label",
        result.label(),
        "typeRef",
        result.type());
    if (!result.allowed().isEmpty()) {
      xml.open("outputValues", "id", id + "-values").text("text", result.allowed()).close();
    }
    if (orElse && !result.otherwise().isEmpty()) {
      xml.open("defaultOutputEntry", "id", id + "-default")
          .text("text", result.otherwise())
          .close();
    }
    xml.close();
  }

  private void rule(String id, Drg.Rule rule) {
    xml.open("rule", "id", id);
    for (int i = 0; i < rule.tests().size(); i++) {
      xml.open("inputEntry", "id", id + "-in" + (i + 1)).text("text", rule.tests().get(i)).close();
    }
    for (int i = 0; i < rule.entries().size(); i++) {
      xml.open("outputEntry", "id", id + "-out" + (i + 1));
      xml.text("text", rule.entries().get(i)).close();
    }
    for (String annotation : rule.annotations()) {
      xml.open("annotationEntry").text("text", annotation).close();
    }
    xml.close();
  }
}

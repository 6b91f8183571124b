package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Vocabulary;
import dev.huikuan.policy.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the decision tables of a DMN file, ours or another modeler's, in any version from 1.1 to
 * 1.6. Input expressions name our terms by code or label. What cannot be taken over is a finding at
 * its line, all of them at once.
 */
public final class DmnImport {

  private static final Set<String> NAMESPACES =
      Set.of(
          "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
          "http://www.omg.org/spec/DMN/20180521/MODEL/",
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          "https://www.omg.org/spec/DMN/20211108/MODEL/",
          DmnExport.MODEL,
          "https://www.omg.org/spec/DMN/20240513/MODEL/");

  /** What came of a file: tables without the cells that have errors, and what was found. */
  public record Read(List<DecisionTable> tables, List<Finding> findings) {

    public boolean hasErrors() {
      return findings.stream().anyMatch(Finding::isError);
    }
  }

  private final String path;
  private final Vocabulary vocabulary;
  private final FeelNames names;
  private final List<DecisionTable> tables = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private DmnImport(String path, Vocabulary vocabulary) {
    this.path = path;
    this.vocabulary = vocabulary;
    this.names = new FeelNames(vocabulary);
  }

  /**
   * Reads a file.
   *
   * @param path by which findings are located
   * @param vocabulary the terms that its columns may be
   */
  public static Read read(String path, byte[] bytes, Vocabulary vocabulary) {
    DmnImport reading = new DmnImport(path, vocabulary);
    try {
      reading.model(XmlTree.read(bytes));
    } catch (XmlTree.Refused refused) {
      reading.refuse(refused.reason());
    }
    return new Read(List.copyOf(reading.tables), List.copyOf(reading.findings));
  }

  private void refuse(Text reason) {
    findings.add(Finding.error(Finding.Code.FILE_REFUSED, path, reason));
  }

  private void model(XmlTree root) {
    if (!root.name().equals("definitions") || !NAMESPACES.contains(root.namespace())) {
      refuse(
          new Text(
              "不是 DMN 1.1 至 1.6 的文件；根元素应是其名称空间中的 definitions",
              "not a DMN file of version 1.1 to 1.6: its root is definitions in one of their"
                  + " namespaces"));
      return;
    }
    root.all("decision").forEach(this::decision);
    root.all("businessKnowledgeModel").forEach(model -> leftOut(model, model));
    if (tables.isEmpty() && findings.isEmpty()) {
      refuse(new Text("文件中没有决策表", "there is no decision table in the file"));
    }
  }

  private void decision(XmlTree decision) {
    Optional<XmlTree> table = decision.first("decisionTable");
    Optional<XmlTree> context = decision.first("context");
    if (table.isPresent()) {
      read(decision, table.get(), "", List.of());
    } else if (context.isPresent() && isTogether(context.get())) {
      List<XmlTree> entries = context.get().children();
      read(
          decision,
          entries.get(0).first("decisionTable").orElseThrow(),
          entries.get(entries.size() - 1).first("literalExpression").orElseThrow().textOf("text"),
          otherwise(entries.get(1)));
    } else {
      boolean choice =
          decision
              .first("literalExpression")
              .filter(e -> e.attribute("id").startsWith("choice_"))
              .isPresent();
      if (!choice) {
        leftOut(decision, decision);
      }
    }
  }

  /** Our own way of adding up and counting rows that may have no value, and of a default row. */
  private static boolean isTogether(XmlTree context) {
    return context.attribute("id").startsWith("together_")
        && (context.children().size() == 2
            || context.children().size() == 3
                && context.children().get(1).first("context").isPresent())
        && context.children().get(0).first("decisionTable").isPresent()
        && context
            .children()
            .get(context.children().size() - 1)
            .first("literalExpression")
            .isPresent();
  }

  /** Default outputs that stand beside a table. */
  private static List<XmlTree> otherwise(XmlTree entry) {
    return entry.first("context").stream()
        .flatMap(context -> context.all("contextEntry"))
        .flatMap(output -> output.first("literalExpression").stream())
        .toList();
  }

  private void read(XmlTree decision, XmlTree table, String afterwards, List<XmlTree> otherwise) {
    DmnTable read = new DmnTable(path, decision, table, afterwards, otherwise, vocabulary, names);
    read.table().ifPresent(tables::add);
    findings.addAll(read.findings());
  }

  private void leftOut(XmlTree element, XmlTree at) {
    String name = element.attribute("name");
    findings.add(
        Finding.info(
                Finding.Code.HEAD,
                path + ":" + at.line(),
                new Text(
                    "`" + name + "` 不是决策表，没有导入",
                    "`" + name + "` is no decision table and was left out"))
            .as(Finding.Severity.WARNING));
  }
}

package dev.huikuan.policy.diff;

import dev.huikuan.domain.Text;
import java.util.List;

/**
 * A part of a policy that can be held against the same part of another version: a table, a
 * catalogue, the rules of all files.
 *
 * @param name stable: the decision's code, the catalogue's name
 * @param variant tells sections of one name apart, a table's first day; empty where there is one
 * @param location where it begins
 * @param ordered the order of its entries matters
 * @param head what stands above its entries
 */
public record Section(
    Kind kind,
    String name,
    String variant,
    Text label,
    String location,
    boolean ordered,
    List<Cell> head,
    List<Entry> entries) {

  /** What a section is, in the order in which a difference lists them. */
  public enum Kind {
    TABLE(new Text("决策表", "table"), new Text("行", "row")),
    CATALOGUE(new Text("目录", "catalogue"), new Text("代码", "code")),
    ATTRIBUTES(new Text("属性", "attributes"), new Text("属性", "attribute")),
    PARAMETERS(new Text("参数", "parameters"), new Text("参数", "parameter")),
    CALENDAR(new Text("日历", "calendar"), new Text("日期", "day")),
    RULES(new Text("规则", "rules"), new Text("规则", "rule")),
    SCENARIOS(new Text("场景", "scenarios"), new Text("场景", "scenario")),
    CASES(new Text("测试案例", "test cases"), new Text("案例", "case"));

    private final Text label;
    private final Text entry;

    Kind(Text label, Text entry) {
      this.label = label;
      this.entry = entry;
    }

    public Text label() {
      return label;
    }

    /** What one of its entries is called. */
    public Text entry() {
      return entry;
    }
  }

  /** A row, a code, a rule, a scenario: what keeps its id from version to version. */
  public record Entry(String id, String location, List<Cell> cells) {

    public Entry {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param field stable name of its column
   * @param written as it stands there
   * @param meaning equal for cells that mean the same
   */
  public record Cell(String field, Text label, String written, Object meaning, String location) {}

  public Section {
    head = List.copyOf(head);
    entries = List.copyOf(entries);
  }
}

package dev.huikuan.policy;

import dev.huikuan.domain.Finding;
import dev.huikuan.domain.Finding.Code;
import dev.huikuan.domain.Origin;
import dev.huikuan.domain.Term;
import dev.huikuan.domain.Text;
import dev.huikuan.domain.Value;
import dev.huikuan.policy.table.Complaints;
import dev.huikuan.policy.table.DecisionTable;
import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.OutputEntry;
import dev.huikuan.policy.table.SheetKind;
import dev.huikuan.policy.table.TableIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes of a policy that nobody reads: no table in a column, a cell or a result, no text in
 * braces, no rule. The product's own terms are all used by the product.
 */
public final class UnusedAttributes {

  private static final Pattern QUOTED = Pattern.compile("\\{([^{}]*)}");

  private final Policy policy;
  private final Set<String> read = new HashSet<>();

  private UnusedAttributes(Policy policy) {
    this.policy = policy;
  }

  /** A finding for each, at the row that declares it. */
  public static List<Finding> of(List<PolicyFile> files, Policy policy) {
    PolicySheets sheets = PolicySheets.read(files);
    List<Grid> declaring = sheets.of(SheetKind.ATTRIBUTES);
    if (declaring.isEmpty()) {
      return List.of();
    }
    UnusedAttributes unused = new UnusedAttributes(policy);
    policy.tables().forEach(unused::readBy);
    AttributesReader attributes =
        new AttributesReader(false, policy.vocabulary(), new Complaints());
    declaring.forEach(attributes::read);
    String rules = String.join("\n", sheets.drlByPath().values());
    return unused.findings(attributes.places(), rules);
  }

  private void readBy(TableIndex index) {
    index.reads().forEach(ref -> read.add(ref.code()));
    for (DecisionTable.Row row : index.table().rows()) {
      row.reason().ifPresent(this::quotedIn);
      for (DecisionTable.OutputCell cell : row.outputs()) {
        if (cell.entry().orElse(null) instanceof OutputEntry.Literal literal
            && literal.constant() instanceof Value.Words words) {
          quotedIn(words.text());
        }
      }
    }
  }

  private void quotedIn(Text text) {
    for (String one : List.of(text.zh(), text.en())) {
      Matcher matcher = QUOTED.matcher(one);
      while (matcher.find()) {
        String name = matcher.group(1);
        String bare = name.substring(name.lastIndexOf('.') + 1);
        policy.vocabulary().named(name).ifPresent(term -> read.add(term.code()));
        policy.vocabulary().named(bare).ifPresent(term -> read.add(term.code()));
      }
    }
  }

  private List<Finding> findings(Map<String, String> places, String rules) {
    List<Finding> findings = new ArrayList<>();
    places.forEach(
        (code, place) -> {
          boolean named =
              Pattern.compile("\\b" + Pattern.quote(code) + "\\b").matcher(rules).find();
          if (!read.contains(code) && !named) {
            policy.vocabulary().find(code).ifPresent(term -> findings.add(finding(term, place)));
          }
        });
    return findings;
  }

  private static Finding finding(Term term, String place) {
    boolean decided = term.origin() == Origin.DECIDED;
    Text message =
        new Text(
            "`" + term.code() + "` " + (decided ? "由决策表决定，却" : "") + "没有决策表、文本或规则读取它",
            "`"
                + term.code()
                + "` is "
                + (decided ? "decided but " : "")
                + "read by no table, text or rule");
    return Finding.info(Code.UNUSED, place, message)
        .found(
            term.code(),
            new Text("用到它的一个条件，或删去它", "a condition that uses it, or no such attribute"),
            List.of());
  }
}

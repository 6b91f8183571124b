package dev.huikuan.policy.verification;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.DecisionTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Regions and rows in the analyst's words. */
final class Phrases {

  private static final int SHOWN = 6;

  private Phrases() {}

  /** The conditions that make a region narrower than another: {@code Days past due 31..60 …}. */
  static Text conditions(TableRegions regions, Region region, Region within) {
    List<Text> conditions = new ArrayList<>();
    for (int d = 0; d < region.sides().size(); d++) {
      if (!Bits.within(within.side(d), region.side(d))) {
        Wordings words = new Wordings(regions.dimensions().get(d));
        Text values = words.values(region.side(d));
        conditions.add(
            new Text(
                words.label().zh() + " " + values.zh(), words.label().en() + " " + values.en()));
      }
    }
    if (conditions.isEmpty()) {
      return new Text("任何情况", "any case");
    }
    List<String> zh = conditions.stream().map(Text::zh).toList();
    List<String> en = conditions.stream().map(Text::en).toList();
    String rest = en.size() > 1 ? " with " + String.join(", ", en.subList(1, en.size())) : "";
    return new Text(String.join("，", zh), en.get(0) + rest);
  }

  /** Row ids as one says them: {@code }. */
  static Text rows(Collection<String> ids) {
    List<String> shown = ids.stream().limit(SHOWN).map(id -> "`" + id + "`").toList();
    int more = ids.size() - shown.size();
    if (more > 0) {
      return new Text(
          String.join("、", shown) + " 等 " + ids.size() + " 行",
          String.join(", ", shown) + " and " + more + " more");
    }
    return new Text(String.join("、", shown), joined(shown));
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** Ids of rows given by their places. */
  static List<String> ids(DecisionTable table, long[] rows) {
    List<String> ids = new ArrayList<>();
    Bits.each(rows, row -> ids.add(table.rows().get(row).id()));
    return ids;
  }
}

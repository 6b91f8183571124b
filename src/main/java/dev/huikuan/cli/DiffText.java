package dev.huikuan.cli;

import dev.huikuan.domain.Language;
import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyOutline;
import dev.huikuan.policy.diff.Change;
import dev.huikuan.policy.diff.Section;
import dev.huikuan.scenario.VersionComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What differs between two versions of a policy, one change a line, in words. */
final class DiffText {

  private static final int LONGEST = 80;
  private static final int RESPELLED_LISTED = 20;

  private final Language language;
  private final List<String> lines = new ArrayList<>();
  private final List<String> respelled = new ArrayList<>();

  DiffText(Language language) {
    this.language = language;
  }

  String written(VersionComparison comparison) {
    comparison.difference().sections().forEach(this::section);
    if (!lines.isEmpty()) {
      lines.add("");
    }
    respelled();
    int changes = comparison.difference().count();
    lines.add(
        changes == 0
            ? word("内容没有差别", "no differences in meaning")
            : word(changes + " 处改动", changes == 1 ? "1 change" : changes + " changes"));
    errors(comparison.before(), word("旧", "old"));
    errors(comparison.after(), word("新", "new"));
    return String.join("\n", lines);
  }

  private void respelled() {
    if (respelled.isEmpty()) {
      return;
    }
    lines.add(word("写法不同，含义相同：", "written differently, same meaning:"));
    respelled.stream().limit(RESPELLED_LISTED).map(line -> "  " + line).forEach(lines::add);
    int more = respelled.size() - RESPELLED_LISTED;
    if (more > 0) {
      lines.add("  " + word("另有 " + more + " 处", "and " + more + " more"));
    }
    lines.add("");
  }

  private void errors(PolicyOutline outline, String which) {
    long errors = VersionComparison.errors(outline);
    if (errors > 0) {
      lines.add(
          word(
              which + "策略有 " + errors + " 处错误，按文件内容比较；运行 `check` 可查看",
              "the "
                  + which
                  + " policy has "
                  + errors
                  + (errors == 1 ? " error" : " errors")
                  + ", compared by what stands in its files; `check` shows them"));
    }
  }

  private void section(Change.OfSection section) {
    String name = name(section);
    if (section.change() != Change.CHANGED) {
      boolean added = section.change() == Change.ADDED;
      int size = section.entries();
      lines.add(
          section.kind().label().in(language)
              + " "
              + section.name()
              + word(added ? " 新增" : " 删除", added ? " added" : " removed")
              + word("，" + size + " 行", size == 1 ? ", 1 row" : ", " + size + " rows")
              + " ("
              + (added ? section.after() : section.before())
              + ")");
      return;
    }
    for (Change.OfCell cell : section.head()) {
      String line = name + separator() + cell.label().in(language) + colon() + change(cell);
      (cell.sameMeaning() ? respelled : lines).add(line);
    }
    section.rows().forEach(entry -> entry(section, name, entry));
  }

  /** Tables and catalogues by their names; of everything else there is one. */
  private String name(Change.OfSection section) {
    return switch (section.kind()) {
      case TABLE ->
          section.variant().isEmpty()
              ? section.name()
              : section.name()
                  + word("（" + section.variant() + " 起）", " (from " + section.variant() + ")");
      case CATALOGUE -> section.kind().label().in(language) + " " + section.name();
      default -> "";
    };
  }

  private void entry(Change.OfSection section, String name, Change.OfEntry entry) {
    String called = section.kind().entry().in(language) + " " + entry.id();
    String line = name.isEmpty() ? called : name + separator() + called;
    switch (entry.change()) {
      case ADDED ->
          lines.add(line + word(" 新增", " added") + place(entry.after()) + cells(section, entry));
      case REMOVED ->
          lines.add(
              line + word(" 删除", " removed") + place(entry.before()) + cells(section, entry));
      case MOVED, CHANGED -> {
        if (entry.moved()) {
          lines.add(line + moved(entry));
        }
        entry.cells().forEach(cell -> cell(section, line, entry, cell));
      }
    }
  }

  private static String place(String location) {
    return " (" + location + ")";
  }

  private String moved(Change.OfEntry entry) {
    return word(
        " 移动：现在" + after(entry.follows()) + "，原来" + after(entry.followed()),
        " moved: now " + after(entry.follows()) + ", was " + after(entry.followed()));
  }

  private String after(String id) {
    return id.isEmpty() ? word("排在最前", "first") : word("在 " + id + " 之后", "after " + id);
  }

  private void cell(
      Change.OfSection section, String line, Change.OfEntry entry, Change.OfCell cell) {
    boolean whole = section.kind() == Section.Kind.RULES || section.kind() == Section.Kind.CASES;
    String said =
        whole
            ? line + word(" 改动", " changed") + " (" + entry.after() + ")"
            : line + separator() + cell.label().in(language) + colon() + change(cell);
    (cell.sameMeaning() ? respelled : lines).add(said);
  }

  /** What an entry says that is new or gone; of texts too long for a line only that they are. */
  private String cells(Change.OfSection section, Change.OfEntry entry) {
    boolean whole = section.kind() == Section.Kind.RULES || section.kind() == Section.Kind.CASES;
    if (whole || entry.cells().isEmpty()) {
      return "";
    }
    boolean added = entry.change() == Change.ADDED;
    return entry.cells().stream()
        .map(
            cell ->
                cell.label().in(language) + " " + quoted(added ? cell.after() : cell.before()))
        .collect(Collectors.joining(separator(), colon(), ""));
  }

  private String change(Change.OfCell cell) {
    return quoted(cell.before()) + " → " + quoted(cell.after());
  }

  private String quoted(String written) {
    if (written.isEmpty()) {
      return word("（空）", "(empty)");
    }
    String line = written.replaceAll("\\s*\\R\\s*", " ");
    return "`" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "`";
  }

  private String separator() {
    return word("，", ", ");
  }

  private String colon() {
    return word("：", ": ");
  }

  private String word(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}

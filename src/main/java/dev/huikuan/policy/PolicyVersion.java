package dev.huikuan.policy;

import dev.huikuan.policy.table.Grid;
import dev.huikuan.policy.table.RawCell;
import dev.huikuan.policy.table.SheetKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The version of a policy: a hash of what it says. Per sheet its name and its cells (place, type,
 * value) with what is merged; rule files as text with LF. Styles, zip details, names and order of
 * files, notes and scenarios do not count, nor does what comes with the product. A file that cannot
 * be read counts by its name and bytes, so that a policy with errors has a version, too.
 */
public final class PolicyVersion {

  private static final int LENGTH = 16;

  private PolicyVersion() {}

  /** The version of the policy that the files are, whether or not it has errors. */
  public static String of(List<PolicyFile> files) {
    return of(PolicySheets.read(files));
  }

  /** A hash of the rules among the files, in canonical form: the part that is installed. */
  public static String ofRules(List<PolicyFile> files) {
    List<PolicyFile> rules = files.stream().filter(file -> file.folder().equals("rules")).toList();
    return of(PolicySheets.read(rules));
  }

  static String of(PolicySheets sheets) {
    List<String> contents = new ArrayList<>();
    sheets.refused().forEach(file -> contents.add(hash(refused(file))));
    EnumSet.complementOf(EnumSet.of(SheetKind.NOTE, SheetKind.SCENARIOS))
        .forEach(kind -> sheets.of(kind).forEach(grid -> contents.add(hash(canonical(grid)))));
    drl(sheets.drlByPath().values(), contents);
    contents.sort(null);
    return hash(String.join("\n", contents)).substring(0, LENGTH);
  }

  private static void drl(Collection<String> texts, List<String> contents) {
    texts.forEach(text -> contents.add(hash("drl\n" + text)));
  }

  private static String refused(PolicyFile file) {
    return "refused\n" + file.path() + "\n" + HexFormat.of().formatHex(file.bytes());
  }

  private static String canonical(Grid grid) {
    StringBuilder content = new StringBuilder("sheet\n");
    part(content, grid.sheet());
    for (Map<Integer, RawCell> row : grid.rows().values()) {
      row.values().forEach(cell -> cell(content, cell));
    }
    grid.merged().stream()
        .map(Grid.Merged::toString)
        .sorted()
        .forEach(merged -> part(content, merged));
    return content.toString();
  }

  private static void cell(StringBuilder content, RawCell cell) {
    part(content, cell.address());
    String type =
        cell.percentFormat() ? "PERCENT" : cell.date().isPresent() ? "DATE" : cell.kind().name();
    part(content, type);
    part(content, cell.number().map(number -> number.toPlainString()).orElse(cell.text()));
  }

  /** With its length before it, so that no two contents read the same. */
  private static void part(StringBuilder content, String text) {
    content.append(text.length()).append(':').append(text).append('\n');
  }

  private static String hash(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

package dev.huikuan.policy.verification;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small tables of {@code checks.txt}, with what must be found in each. */
final class CheckCases {

  /**
   * A policy of one or two small files.
   *
   * @param code the kind of finding that it is about; {@code -} for one that must stay silent
   * @param files path → text
   * @param expected {@code SEVERITY CODE place rows (reason)}, one for each finding
   */
  record Case(String code, String name, Map<String, String> files, List<String> expected) {

    List<PolicyFile> policy() {
      List<PolicyFile> all = new ArrayList<>(List.of(SmallTables.attributes()));
      files.forEach(
          (path, text) -> all.add(new PolicyFile(path, text.getBytes(StandardCharsets.UTF_8))));
      return all;
    }
  }

  /** What a kind of finding means. */
  record Kind(String code, Text meaning) {}

  private final List<Kind> kinds = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private String path = "";

  private CheckCases() {}

  static CheckCases read() {
    try (InputStream in = CheckCases.class.getResourceAsStream("checks.txt")) {
      CheckCases read = new CheckCases();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().forEach(read::line);
      return read;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<Kind> kinds() {
    return kinds;
  }

  List<Case> cases() {
    return cases;
  }

  private void line(String line) {
    if (line.startsWith("# ") || line.equals("#")) {
      return;
    }
    if (line.startsWith("## ")) {
      kinds.add(new Kind(line.substring(3).strip(), Text.EMPTY));
      path = "";
    } else if (line.startsWith("zh: ")) {
      meaning(new Text(line.substring(4), last().meaning().en()));
    } else if (line.startsWith("en: ")) {
      meaning(new Text(last().meaning().zh(), line.substring(4)));
    } else if (line.startsWith("== ")) {
      String[] parts = line.substring(3).split("\\|", 2);
      cases.add(
          new Case(parts[0].strip(), parts[1].strip(), new LinkedHashMap<>(), new ArrayList<>()));
      path = "decision-tables/t.csv";
    } else if (line.startsWith("-- ")) {
      path = line.substring(3).strip();
    } else if (line.startsWith("-> ")) {
      cases.get(cases.size() - 1).expected().add(line.substring(3).strip());
      path = "";
    } else if (!path.isEmpty()) {
      Map<String, String> files = cases.get(cases.size() - 1).files();
      if (!line.isBlank() || files.containsKey(path)) {
        files.merge(path, line + "\n", String::concat);
      }
    }
  }

  private Kind last() {
    return kinds.get(kinds.size() - 1);
  }

  private void meaning(Text meaning) {
    kinds.set(kinds.size() - 1, new Kind(last().code(), meaning));
  }
}

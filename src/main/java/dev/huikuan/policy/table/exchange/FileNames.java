package dev.huikuan.policy.table.exchange;

import dev.huikuan.policy.table.DecisionTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files after decisions: letters, digits, blanks, dots, hyphens and underlines; anything
 * else, a leading dot among it, becomes an underline. Tables of one decision for several periods
 * are told apart by their first day, and what is still equal by a number.
 */
final class FileNames {

  private static final int LONGEST = 80;

  private final Set<String> taken = new HashSet<>();

  String of(DecisionTable table) {
    String name = safe(table.code()) + table.effective().from().map(day -> "-" + day).orElse("");
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static String safe(String code) {
    StringBuilder name = new StringBuilder();
    code.strip()
        .codePoints()
        .limit(LONGEST)
        .map(c -> Character.isLetterOrDigit(c) || " .-_".indexOf(c) >= 0 ? c : '_')
        .forEach(name::appendCodePoint);
    return name.toString().replaceFirst("^\\.+", "_").replaceFirst("[. ]+$", "_");
  }
}

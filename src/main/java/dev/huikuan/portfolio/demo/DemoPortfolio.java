package dev.huikuan.portfolio.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Some three hundred invented accounts that show every hold and every lever of the default policy.
 * The same date gives the same accounts, byte for byte; names and figures are nobody's.
 */
public final class DemoPortfolio {

  /** The date as of which {@code serve --demo} shows it: a Friday. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private DemoPortfolio() {}

  /** The accounts as of a date; their histories lie before it. */
  public static List<DemoAccount> asOf(LocalDate asOf) {
    List<DemoAccount> accounts = new ArrayList<>();
    for (Story story : Stories.ALL) {
      for (int i = 0; i < story.times(); i++) {
        accounts.add(account(story, accounts.size() + 1, asOf));
      }
    }
    return List.copyOf(accounts);
  }

  /** The cases as NDJSON, one a line, as {@code portfolio --input} reads them. */
  public static String ndjson(LocalDate asOf) {
    return asOf(asOf).stream().map(account -> account.json() + "\n").collect(Collectors.joining());
  }

  private static DemoAccount account(Story story, int number, LocalDate asOf) {
    Sketch sketch = new Sketch(number, asOf, story.home());
    story.plot().accept(sketch);
    String id = String.format(Locale.ROOT, "account-%03d", number);
    return new DemoAccount(id, story.title(), story.action(), sketch.json());
  }
}

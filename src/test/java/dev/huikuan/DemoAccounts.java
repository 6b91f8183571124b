package dev.huikuan;

import dev.huikuan.portfolio.demo.DemoAccount;
import dev.huikuan.portfolio.demo.DemoPortfolio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Accounts of the demo portfolio for laws that hold for each. */
public final class DemoAccounts {

  private DemoAccounts() {}

  /** One of every story, more when more rounds are asked for. */
  public static List<DemoAccount> ofEveryStory() {
    return DemoPortfolio.asOf(DemoPortfolio.AS_OF).stream()
        .collect(Collectors.groupingBy(DemoAccount::title, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(told -> told.stream().limit(Rounds.of(1)))
        .toList();
  }
}

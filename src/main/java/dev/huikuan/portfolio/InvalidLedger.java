package dev.huikuan.portfolio;

import dev.huikuan.domain.Text;
import java.util.List;

/** A mapping or ledger that cannot be used at all, with everything that is wrong with it. */
public final class InvalidLedger extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Text> faults;

  public InvalidLedger(List<Text> faults) {
    super(faults.stream().map(Text::en).toList().toString());
    this.faults = List.copyOf(faults);
  }

  public InvalidLedger(String zh, String en) {
    this(List.of(new Text(zh, en)));
  }

  public List<Text> faults() {
    return faults;
  }
}

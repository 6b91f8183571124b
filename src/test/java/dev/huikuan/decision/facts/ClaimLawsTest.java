package dev.huikuan.decision.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huikuan.decision.RandomCase;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws that hold for every case, tried on random ones. */
@Tag("law")
class ClaimLawsTest {

  @Test
  void collectibleIsWithinPayableIsWithinOutstandingAndDeductionsAreTheRest() {
    for (long seed = 0; seed < 400; seed++) {
      for (OpenItem item : new RandomCase(seed).cases().facts().items()) {
        BigDecimal taken =
            item.deductions().stream()
                .map(Deduction::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(item.collectible().signum()).as("seed %s", seed).isNotNegative();
        assertThat(item.collectible()).as("seed %s", seed).isLessThanOrEqualTo(item.payable());
        assertThat(item.payable()).as("seed %s", seed).isLessThanOrEqualTo(item.outstanding());
        assertThat(item.overdue()).as("seed %s", seed).isLessThanOrEqualTo(item.outstanding());
        assertThat(item.collectible()).as("seed %s", seed).isLessThanOrEqualTo(item.overdue());
        assertThat(taken.add(item.payable()))
            .as("seed %s", seed)
            .isEqualByComparingTo(item.outstanding());
        assertThat(item.deductions()).allMatch(d -> d.amount().signum() >= 0);
      }
    }
  }

  @Test
  void theLeadingReceivableIsCollectibleWheneverAnyIs() {
    for (long seed = 0; seed < 400; seed++) {
      Facts facts = new RandomCase(seed).cases().facts();
      boolean any = facts.items().stream().anyMatch(i -> i.collectible().signum() > 0);
      boolean leads = facts.leading().map(i -> i.collectible().signum() > 0).orElse(false);
      assertThat(leads).as("seed %s", seed).isEqualTo(any);
    }
  }
}

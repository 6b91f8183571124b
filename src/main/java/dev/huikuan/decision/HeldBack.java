package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueEntry;
import dev.huikuan.domain.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A hold that applies: what the rules said of one code, one currency and one end, taken together.
 *
 * @param entry its row in the holds catalogue
 * @param effect AMOUNT or BLOCKS
 * @param detail what the rules added to the catalogue's text
 */
record HeldBack(
    CatalogueEntry entry,
    String effect,
    List<String> receivables,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<LocalDate> until,
    Text detail) {

  static final String AMOUNT = "AMOUNT";
  static final String BLOCKS = "BLOCKS";

  String code() {
    return entry.code();
  }

  boolean takesAmount() {
    return effect.equals(AMOUNT);
  }
}

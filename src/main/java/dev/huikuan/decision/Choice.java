package dev.huikuan.decision;

import dev.huikuan.domain.CatalogueEntry;
import java.util.Optional;

/** The action that was chosen, and the candidate it was; none for WAIT and for a referral. */
record Choice(CatalogueEntry action, Optional<Proposal> proposal) {

  String code() {
    return action.code();
  }
}

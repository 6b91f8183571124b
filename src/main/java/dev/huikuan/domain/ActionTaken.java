package dev.huikuan.domain;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An action of ours in the past.
 *
 * @param receivableIds what it was about; empty = the account
 */
public record ActionTaken(String code, OffsetDateTime at, List<String> receivableIds) {
  public ActionTaken {
    receivableIds = List.copyOf(receivableIds);
  }
}

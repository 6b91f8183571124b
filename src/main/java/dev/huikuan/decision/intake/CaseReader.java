package dev.huikuan.decision.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huikuan.domain.Case;
import dev.huikuan.policy.Policy;
import java.time.Instant;
import java.util.Optional;

/** Reads a case strictly against its JSON Schema and the policy's attributes. Thread-safe. */
public final class CaseReader {

  public CaseReader(Policy policy) {}

  /** The JSON Schema of a case. */
  public static String schema() {
    throw new UnsupportedOperationException("to be built");
  }

  /**
   * Reads bytes of UTF-8 JSON.
   *
   * @param asOf in place of the case's own, as written (date or date-time with offset)
   * @param now the door's clock; asOf defaults to its date in the customer's zone
   */
  public Case read(byte[] json, Optional<String> asOf, Instant now) throws InvalidCase {
    throw new UnsupportedOperationException("to be built");
  }

  /** The same for a tree built in process; its numbers must be decimals. */
  public Case read(ObjectNode json, Optional<String> asOf, Instant now) throws InvalidCase {
    throw new UnsupportedOperationException("to be built");
  }
}

package dev.huikuan.decision.intake;

import dev.huikuan.decision.BuiltIn;
import dev.huikuan.decision.Cases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads what must be refused. */
final class Faults {

  private Faults() {}

  static InvalidCase of(String json) {
    return of(json.getBytes(StandardCharsets.UTF_8));
  }

  static InvalidCase of(byte[] json) {
    try {
      new CaseReader(BuiltIn.policy()).read(json, Optional.empty(), Cases.NOW);
    } catch (InvalidCase e) {
      return e;
    }
    throw new AssertionError("was read without a fault");
  }

  static List<CaseFault> in(Cases cases) {
    return of(cases.json()).faults();
  }
}

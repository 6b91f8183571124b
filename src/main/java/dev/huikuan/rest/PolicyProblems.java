package dev.huikuan.rest;

import dev.huikuan.decision.intake.CaseFault;
import dev.huikuan.lifecycle.PolicyRefusal;

/** Refusals of the life of a policy, as problems. */
final class PolicyProblems {

  private PolicyProblems() {}

  static Problem of(PolicyRefusal refusal) {
    ProblemCode code =
        switch (refusal.kind()) {
          case UNKNOWN_VERSION, UNKNOWN_SIMULATION -> ProblemCode.NOT_FOUND;
          case OWN_DRAFT -> ProblemCode.FORBIDDEN;
          case BAD_UPLOAD -> ProblemCode.MALFORMED;
          case TOO_LARGE -> ProblemCode.TOO_LARGE;
          case STATE -> ProblemCode.POLICY_STATE;
          case ACTIVE_CHANGED -> ProblemCode.ACTIVE_CHANGED;
          case RULES_NOT_INSTALLED -> ProblemCode.RULES_NOT_INSTALLED;
          case BUSY -> ProblemCode.BUSY;
        };
    Problem problem =
        Problem.of(
            code,
            refusal.reason(),
            refusal.faults().stream()
                .map(fault -> new CaseFault(fault.pointer(), fault.code(), fault.message()))
                .toList());
    return code == ProblemCode.BUSY ? problem.with("Retry-After", "10") : problem;
  }
}

package dev.huikuan.decision.facts;

/** The flat form of a case: values of terms at account and receivable level. */
public final class Facts {
  private Facts() {}
}

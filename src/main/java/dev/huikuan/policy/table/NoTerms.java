package dev.huikuan.policy.table;

import dev.huikuan.domain.TermRef;
import dev.huikuan.domain.Value;
import java.time.LocalDate;

/** The reading for tests that name no term. */
enum NoTerms implements Reading {
  READING;

  @Override
  public Value value(TermRef ref) {
    throw new IllegalStateException("reads " + ref.code());
  }

  @Override
  public Value parameter(String code, LocalDate on) {
    throw new IllegalStateException("reads " + code);
  }

  @Override
  public LocalDate asOf() {
    throw new IllegalStateException("reads asOf");
  }
}

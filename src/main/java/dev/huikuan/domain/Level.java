package dev.huikuan.domain;

/** Where a term lives. Contract terms are those of the receivable's (or the leading) contract. */
public enum Level {
  ACCOUNT,
  CONTRACT,
  RECEIVABLE,
  OPTION
}

package dev.huikuan.domain;

/** Which documents are on file. */
public record Evidence(
    Known<Boolean> contract,
    Known<Boolean> delivery,
    Known<Boolean> acceptance,
    Known<Boolean> invoice,
    Known<Boolean> reconciliation,
    Known<Boolean> demand) {

  public static final Evidence UNKNOWN =
      new Evidence(
          Known.unknown(),
          Known.unknown(),
          Known.unknown(),
          Known.unknown(),
          Known.unknown(),
          Known.unknown());
}

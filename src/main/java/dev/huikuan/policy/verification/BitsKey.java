package dev.huikuan.policy.verification;

import java.util.Arrays;

/** Bits as a key of a map; the bits must not change. */
final class BitsKey {

  private final long[] bits;

  BitsKey(long[] bits) {
    this.bits = bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BitsKey key && Arrays.equals(bits, key.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }
}

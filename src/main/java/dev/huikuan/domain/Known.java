package dev.huikuan.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the sender said about one property: a value, <em>not yet</em> ({@code null} on a date: known
 * not to have come), or nothing (<em>unknown</em>: the property was absent). Only a known value or
 * a known <em>not yet</em> may create an own-fault hold; unknown never does.
 */
public final class Known<T> {

  private static final Known<?> UNKNOWN = new Known<>(null);
  private static final Known<?> NOT_YET = new Known<>(null);

  private final T value;

  private Known(T value) {
    this.value = value;
  }

  @SuppressWarnings("unchecked")
  public static <T> Known<T> unknown() {
    return (Known<T>) UNKNOWN;
  }

  @SuppressWarnings("unchecked")
  public static <T> Known<T> notYet() {
    return (Known<T>) NOT_YET;
  }

  public static <T> Known<T> of(T value) {
    return new Known<>(Objects.requireNonNull(value));
  }

  /** True when there is a value. */
  public boolean isKnown() {
    return value != null;
  }

  public boolean isUnknown() {
    return this == UNKNOWN;
  }

  public boolean isNotYet() {
    return this == NOT_YET;
  }

  /** The value; a bug when there is none. */
  public T get() {
    if (value == null) {
      throw new IllegalStateException("no value: " + this);
    }
    return value;
  }

  public T orElse(T other) {
    return value == null ? other : value;
  }

  public Optional<T> toOptional() {
    return Optional.ofNullable(value);
  }

  /** The same kind of knowledge about something derived from the value. */
  @SuppressWarnings("unchecked")
  public <R> Known<R> map(Function<? super T, ? extends R> function) {
    return value == null ? (Known<R>) this : of(function.apply(value));
  }

  /** This when it has a value, else the other. */
  public Known<T> or(Known<T> other) {
    return value == null ? other : this;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Known<?> that && value != null && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value == null ? (this == UNKNOWN ? 1 : 2) : value.hashCode();
  }

  @Override
  public String toString() {
    return value != null ? value.toString() : this == UNKNOWN ? "unknown" : "not yet";
  }
}

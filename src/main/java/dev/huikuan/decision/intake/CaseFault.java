package dev.huikuan.decision.intake;

import dev.huikuan.domain.Text;

/**
 * Something wrong in a case as sent.
 *
 * @param pointer JSON Pointer (RFC 6901) of the place
 * @param code UPPER_SNAKE: REQUIRED, UNKNOWN_PROPERTY, TYPE, VALUE, RANGE, FORMAT, DUPLICATE, …
 */
public record CaseFault(String pointer, String code, Text message) {}

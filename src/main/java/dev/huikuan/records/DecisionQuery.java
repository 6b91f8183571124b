package dev.huikuan.records;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which decisions are asked for; the latest recorded first.
 *
 * @param ledger only this one; empty: all
 * @param from first asOf date, inclusive
 * @param to last asOf date, inclusive
 * @param limit 1 to {@link Page#MOST}
 * @param cursor from the page before
 */
public record DecisionQuery(
    Optional<String> ledger,
    Optional<String> customerId,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<String> action,
    int limit,
    Optional<String> cursor) {}

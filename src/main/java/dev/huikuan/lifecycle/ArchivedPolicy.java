package dev.huikuan.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as the archive lists it.
 *
 * @param version hash of its tables and rules
 * @param rules hash of its rules alone: what must be installed where it is to be served
 * @param base the version that it was made from
 * @param author who made it
 * @param note why
 * @param errors what its check found
 */
public record ArchivedPolicy(
    String version,
    String rules,
    PolicyStatus status,
    Optional<String> base,
    String author,
    Instant createdAt,
    String note,
    int errors,
    int warnings) {}

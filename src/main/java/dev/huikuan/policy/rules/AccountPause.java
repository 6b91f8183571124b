package dev.huikuan.policy.rules;

import java.time.LocalDate;
import java.util.Optional;

/** A running pause of the whole customer, set by a person. */
public record AccountPause(Optional<LocalDate> lastDay, String reason) {}

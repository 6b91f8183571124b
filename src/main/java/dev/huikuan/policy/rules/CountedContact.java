package dev.huikuan.policy.rules;

import java.time.LocalDate;

/** A contact that counts towards the cap: in the last seven days, the day of asOf included. */
public record CountedContact(LocalDate on) {}

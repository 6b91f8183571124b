package dev.huikuan.domain;

import java.time.OffsetDateTime;

/** One contact with the customer. */
public record Contact(
    OffsetDateTime at, Known<String> channel, Known<String> outcome, Known<Boolean> inbound) {}

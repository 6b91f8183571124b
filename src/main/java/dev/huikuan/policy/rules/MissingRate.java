package dev.huikuan.policy.rules;

/** A receivable whose currency has no exchange rate on the day of the decision. */
public record MissingRate(String receivable, String currency) {}

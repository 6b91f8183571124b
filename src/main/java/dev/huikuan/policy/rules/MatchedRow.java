package dev.huikuan.policy.rules;

import java.util.List;

/** A row of a decision table that matched; receivables is empty for the account. */
public record MatchedRow(String decision, String row, List<String> receivables) {}

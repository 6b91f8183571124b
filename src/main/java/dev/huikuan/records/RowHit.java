package dev.huikuan.records;

/** A row of a decision table that had a say in a decision. */
public record RowHit(String decision, String row) {}

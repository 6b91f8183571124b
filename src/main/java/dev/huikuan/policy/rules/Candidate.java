package dev.huikuan.policy.rules;

/**
 * An action that a hold or a row proposes.
 *
 * @param code in the actions catalogue
 * @param kind its kind there
 * @param level its dunning level, 0 for none
 * @param order 0 is the first
 * @param needsEvidence the catalogue wants a complete file for it
 */
public record Candidate(String code, String kind, int level, int order, boolean needsEvidence) {}

/**
 * Exact static analysis of decision tables: gaps, overlaps, rows that can never count. Start at
 * {@link dev.huikuan.policy.verification.Verification}. May import {@code domain}, {@code policy}
 * and its rooms {@code table} and {@code rules}.
 */
package dev.huikuan.policy.verification;

/**
 * Two versions of a policy held against each other by row id and cell. Start at {@link
 * dev.huikuan.policy.diff.Difference}. May import {@code domain}.
 */
package dev.huikuan.policy.diff;

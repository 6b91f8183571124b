/**
 * What the analyst wrote, checked and compiled: an immutable policy with its version. Start at
 * {@link dev.huikuan.policy.PolicyLoader}. May import {@code domain} and its own rooms {@code
 * table}, {@code verification} and {@code rules}.
 */
package dev.huikuan.policy;

/**
 * The life of a policy: drafts, their check, simulation, approval, activation and rollback; and the
 * versions that are loaded. Start at {@link dev.huikuan.lifecycle.PolicyRegistry}. May import
 * {@code records}, the other workshops, {@code decision}, {@code policy} and {@code domain}.
 */
package dev.huikuan.lifecycle;

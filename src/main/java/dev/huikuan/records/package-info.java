/**
 * What is kept: decisions and their outcomes, versions of the policy, keys, changes. Records and
 * the ports that a store implements; and {@link dev.huikuan.records.Recorder}, which decides and
 * records. Start at {@link dev.huikuan.records.DecisionLog}. May import {@code portfolio}, {@code
 * decision}, {@code policy} and {@code domain}.
 */
package dev.huikuan.records;

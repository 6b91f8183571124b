/**
 * Decision tables in other forms, for other programs and for review, and back. Start at {@link
 * dev.huikuan.policy.table.exchange.ExportFormat}. May import {@code policy.table} and {@code
 * domain}.
 */
package dev.huikuan.policy.table.exchange;

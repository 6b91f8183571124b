/**
 * Decision tables in other forms and back. Start at {@link
 * dev.huikuan.policy.table.exchange.TidyWorkbook}. May import {@code policy.table} and {@code
 * domain}.
 */
package dev.huikuan.policy.table.exchange;

/**
 * Decision tables as DMN 1.5 XML, out and in. Start at {@link
 * dev.huikuan.policy.table.exchange.dmn.DmnExport} and {@link
 * dev.huikuan.policy.table.exchange.dmn.DmnImport}. May import {@code policy.table} and {@code
 * domain}.
 */
package dev.huikuan.policy.table.exchange.dmn;

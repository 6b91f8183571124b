/**
 * Data at rest: the decision log, the archive of policies, keys. SQLite by default, PostgreSQL by
 * URL; the schema is made by the numbered migrations in the resources. Start at {@link
 * dev.huikuan.store.Database}. Implements ports of {@code records}, {@code lifecycle} and {@code
 * access}; seen by {@code app} alone.
 */
package dev.huikuan.store;

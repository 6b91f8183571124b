/**
 * What the person who runs the service needs: logs, figures, readiness, an orderly end. Start at
 * {@link dev.huikuan.app.operation.Traffic}. Part of {@code app}, built and joined by it.
 */
package dev.huikuan.app.operation;

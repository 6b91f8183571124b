/**
 * Who may do what: keys, roles, sessions, and the record of who changed what. Start at {@link
 * dev.huikuan.access.Doorkeeper}. May import {@code records} and {@code domain}.
 */
package dev.huikuan.access;

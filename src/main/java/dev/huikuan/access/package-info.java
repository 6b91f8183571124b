/**
 * Who may do what: keys, roles, and the record of who changed what. Start at {@link
 * dev.huikuan.access.Principal}. May import {@code records} and {@code domain}.
 */
package dev.huikuan.access;

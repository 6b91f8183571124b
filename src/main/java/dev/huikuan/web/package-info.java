/**
 * The pages: the desk, where a case is picked or pasted and its recommendation read, and the docs.
 * Start at {@link dev.huikuan.web.WebDoor}. May import {@code decision}, {@code policy} and {@code
 * domain}; never another door.
 */
package dev.huikuan.web;

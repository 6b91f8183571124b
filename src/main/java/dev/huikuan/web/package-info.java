/**
 * The pages: the desk over the records, a recorded decision with its account's history, a case to
 * try, signing in, and the docs. Start at {@link dev.huikuan.web.WebDoor}. May import the
 * workshops, {@code decision}, {@code policy} and {@code domain}; never another door.
 */
package dev.huikuan.web;

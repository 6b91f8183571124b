/**
 * What all pages share: who comes in, which language, what stands around a page, what is said when
 * there is nothing to show, and what pages are dressed with. Start at {@link
 * dev.huikuan.web.reception.Reception}. May import the workshops, {@code domain} and the views.
 */
package dev.huikuan.web.reception;

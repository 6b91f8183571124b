/**
 * The REST door: one table of routes, problems, the OpenAPI document. It translates and never
 * decides. Start at {@link dev.huikuan.rest.RestDoor}. May import {@code decision}, {@code policy}
 * and {@code domain}; never another door.
 */
package dev.huikuan.rest;

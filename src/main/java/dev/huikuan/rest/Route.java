package dev.huikuan.rest;

import io.javalin.http.Handler;

/** One line of the route table: what it says of itself, and who answers. */
record Route(Operation operation, Handler handler) {}

package dev.huikuan.web.studio;

import dev.huikuan.web.view.Frame;

/** The figures of a sheet's rows, for a page that has the sheet already. */
public record HitsView(Frame frame, SheetHits hits) {}

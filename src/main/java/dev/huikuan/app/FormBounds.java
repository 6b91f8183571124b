package dev.huikuan.app;

import dev.huikuan.lifecycle.Upload;
import dev.huikuan.web.reception.MultipartForm;
import dev.huikuan.web.studio.StudioPages;
import io.javalin.http.Context;

/** Bounds forms with files before anybody reads them, the guard being the first. */
final class FormBounds {

  private final long mostBytes;

  /**
   * @param mostBytes of a form that is no upload of a policy
   */
  FormBounds(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  void set(Context ctx) {
    boolean upload = ctx.path().equals(StudioPages.DRAFTS);
    MultipartForm.bound(ctx, upload ? Upload.MOST_BYTES : mostBytes);
  }
}

package dev.huikuan.web.reception;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, compiled with the code; every value is escaped for its place in the page. */
public final class Pages {

  private static final String PACKAGE = "dev.huikuan.web.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

  /**
   * A page.
   *
   * @param template as {@code account.jte}
   * @param view what its one parameter is
   */
  public String render(String template, Object view) {
    StringOutput output = new StringOutput();
    engine.render(template, view, output);
    return output.toString();
  }
}

package dev.huikuan.web.view;

import dev.huikuan.domain.Language;

/** Words of a page in both languages. */
public interface Wording {

  String in(Language language);
}

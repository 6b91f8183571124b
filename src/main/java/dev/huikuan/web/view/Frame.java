package dev.huikuan.web.view;

import dev.huikuan.domain.Language;

/**
 * What every page has around it.
 *
 * @param title of the document
 * @param switchUrl the same page in the other language; empty when it was posted: then the switch
 *     sends the case's form again
 */
public record Frame(Language language, String title, String switchUrl, String policyVersion) {

  public String t(Phrase phrase) {
    return phrase.in(language);
  }

  public String otherLanguage() {
    return language == Language.ZH ? Language.EN.tag() : Language.ZH.tag();
  }

  /** The version's first twelve characters, enough to tell versions apart by eye. */
  public String shortVersion() {
    return policyVersion.substring(0, Math.min(12, policyVersion.length()));
  }
}

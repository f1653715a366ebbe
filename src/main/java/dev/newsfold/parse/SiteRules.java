package dev.newsfold.parse;

/** Rules for single sites, which win over the generic ones. */
public final class SiteRules implements java.io.Serializable {
  /** No site has rules of its own. */
  public static final SiteRules NONE = new SiteRules();

  private SiteRules() {}
}

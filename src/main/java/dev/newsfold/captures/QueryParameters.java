package dev.newsfold.captures;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Parameters of a URL, without those that tell how the reader came and nothing about the page. The
 * others keep their order: it may matter.
 */
final class QueryParameters {
  /** Campaigns: names start with these. */
  private static final String[] TRACKING_PREFIXES = {
    "utm_", "hmsr", "hmpl", "hmcu", "hmkw", "hmci"
  };

  /** Names in lower case. */
  private static final Set<String> TRACKING =
      Set.of(
          // Advertising clicks.
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "wbraid",
          "gbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "bd_vid",
          "qz_gdt",
          "_openstat",
          // The link or the app that led here.
          "spm",
          "scm",
          "spm_id_from",
          "vd_source",
          "from",
          "from_source",
          "fromsource",
          "ref_src",
          "ref_url",
          "cmpid",
          "ncid",
          "icid",
          "ocid",
          "cmp",
          "ito",
          "smid",
          "xtor",
          "at_medium",
          "at_campaign",
          "wt.mc_id",
          "tt_from",
          "tt_group_id",
          "feature",
          "recommendid",
          // Sharing.
          "share",
          "sharefrom",
          "share_from",
          "share_source",
          "share_medium",
          "share_token",
          "share_plat",
          "share_tag",
          "share_to",
          "sharer",
          "shareto",
          "sharetoken",
          "share_id",
          "isappinstalled",
          "nsukey",
          "wxfid",
          "wxshare_count",
          "_wv",
          "utoken");

  /** Sessions: names in lower case. */
  private static final Set<String> SESSIONS = Set.of("phpsessid", "jsessionid", "aspsessionid");

  private static final String PATH_SESSION = ";jsessionid=";

  private QueryParameters() {}

  /** A query with its question mark, of the parameters that count; empty if there are none. */
  static String kept(String query) {
    if (query.isEmpty()) {
      return "";
    }
    StringJoiner kept = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String parameter : query.split("&", -1)) {
      String normal = PercentEscapes.inQuery(parameter);
      int equals = normal.indexOf('=');
      String name = (equals < 0 ? normal : normal.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!normal.isEmpty() && !tellsNothing(name)) {
        kept.add(normal);
      }
    }
    return kept.toString();
  }

  /** A path segment without the session id that Java servers write into it. */
  static String withoutSession(String segment) {
    int at = segment.toLowerCase(Locale.ROOT).indexOf(PATH_SESSION);
    return at < 0 ? segment : segment.substring(0, at);
  }

  private static boolean tellsNothing(String name) {
    for (String prefix : TRACKING_PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return TRACKING.contains(name) || SESSIONS.contains(name);
  }
}

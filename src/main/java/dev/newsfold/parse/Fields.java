package dev.newsfold.parse;

import dev.newsfold.parse.body.BodyText;
import dev.newsfold.parse.draft.Chain;
import dev.newsfold.parse.draft.Field;
import dev.newsfold.parse.headline.FirstSentence;
import dev.newsfold.parse.headline.Headlines;
import dev.newsfold.parse.metadata.CanonicalAddress;
import dev.newsfold.parse.metadata.Rights;
import dev.newsfold.parse.metadata.SelfDescription;
import dev.newsfold.parse.origin.Copyright;
import dev.newsfold.parse.origin.DatelineText;
import dev.newsfold.parse.origin.Datelines;
import dev.newsfold.parse.origin.HomeNames;
import dev.newsfold.parse.origin.Logos;
import dev.newsfold.parse.origin.Periodicals;
import dev.newsfold.parse.origin.Provenance;
import dev.newsfold.parse.origin.Publishers;
import dev.newsfold.parse.origin.Source;
import dev.newsfold.parse.origin.Sources;
import dev.newsfold.parse.origin.TitleEnds;
import dev.newsfold.parse.origin.UnlabelledSources;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.people.BareBylines;
import dev.newsfold.parse.people.Bylines;
import dev.newsfold.parse.people.Credits;
import dev.newsfold.parse.people.Editors;
import dev.newsfold.parse.people.LabelledBylines;
import dev.newsfold.parse.people.Names;
import dev.newsfold.parse.people.WesternBylines;
import dev.newsfold.parse.section.Breadcrumbs;
import dev.newsfold.parse.section.Sections;
import dev.newsfold.parse.section.SectionsBeside;
import dev.newsfold.parse.section.Topics;
import dev.newsfold.parse.site.SiteField;
import dev.newsfold.parse.time.PublishTime;
import dev.newsfold.parse.time.TimeReading;
import dev.newsfold.records.Article;
import java.util.List;

/**
 * Every field of an article, and where it is looked for: one line a place, best evidence first. The
 * first acceptable value wins; its place is its evidence: {@code json-ld} and {@code meta} are out
 * of sight, {@code text} is shown, {@code title} in the tab; {@code agree}: two say the same.
 */
final class Fields {
  private Fields() {}

  // What it says: the headline and the text. All other fields are looked for around these two.
  static final Chain<Headline> HEADLINE =
      Chain.of("headline", Headline.class)
          .rule("site-rule:headline", d -> Headlines.of(d).bySiteRule())
          .rule("agree:heading+title", d -> Headlines.of(d).agreed())
          .rule("agree:json-ld+title", d -> Headlines.of(d).dataAndTitle())
          .rule("position:only-h1", d -> Headlines.of(d).onlyHeading())
          .rules("json-ld:headline", d -> Headlines.of(d).fromData())
          .rules("meta:title", d -> Headlines.of(d).fromMeta())
          .rule("position:worded-h1", d -> Headlines.of(d).firstWorded("h1"))
          .rule("title:worded", d -> Headlines.of(d).wordedTitle())
          .rule("position:h1, title's first", d -> Headlines.of(d).firstInTitle())
          .rule("position:only-h2", d -> Headlines.of(d).onlyWorded("h2"))
          .rule("position:h1", d -> Headlines.of(d).firstHeading("h1"))
          .rule("title", d -> Headlines.of(d).fromTitle())
          .rule("position:h2", d -> Headlines.of(d).firstHeading("h2"))
          .refuse(Headlines::refusal);

  /** Asked once the body is known, where all of the above found nothing or only a site's name. */
  static final Chain<Headline> HEADLINE_ABOVE_BODY =
      Chain.of("headline", Headline.class)
          .rule("position:above-body", d -> Headlines.of(d).aboveBody(d))
          .rule("text:first sentence", FirstSentence::find);

  static final Field<String> BODY =
      Chain.of("body", String.class)
          .rule("site-rule:body", d -> BodyText.of(d).bySiteRule(d))
          .rule("json-ld:articleBody", d -> BodyText.of(d).unseen(d)) // little of it is visible
          .rule("script:text", d -> BodyText.of(d).byScript(d)) // next to nothing is
          .rule("text:prose", d -> BodyText.of(d).prose(d))
          .into(Article::setBody);

  // What it is called: its address, and what it says of itself.
  static final Field<String> CANONICAL_URL =
      Chain.of("canonicalUrl", String.class)
          .rule("link:canonical", d -> CanonicalAddress.meta(d, "link:canonical"))
          .rule("meta:og:url", d -> CanonicalAddress.meta(d, "og:url"))
          .rules("json-ld:url", CanonicalAddress::claimed)
          .rule("capture:url", CanonicalAddress::normalized)
          .rule("capture:url as it came", d -> CanonicalAddress.captured(d.page().page()))
          .refuse(CanonicalAddress::refusal)
          .into(CanonicalAddress::set);
  static final Field<String> SUMMARY =
      Chain.of("summary", String.class)
          .rule("meta:description", Where.meta("description"))
          .rule("meta:og:description", Where.meta("og:description"))
          .rule("json-ld:description", Where.data("description"))
          .refuse(SelfDescription::noSummary)
          .into(Article::setSummary);
  static final Field<String> LANGUAGE =
      Chain.of("language", String.class)
          .rule("text:script", SelfDescription::byScript)
          .rule("html:lang", Where.language(d -> d.page().htmlLang()))
          .rule("json-ld:inLanguage", Where.language(Where.data("inLanguage")))
          .rule("meta:og:locale", Where.language(Where.meta("og:locale")))
          .rule("meta:content-language", Where.language(Where.meta("content-language")))
          .rule("text:words", SelfDescription::byWords)
          .into(Article::setLanguage);
  static final Field<String> IMAGE =
      Chain.of("image", String.class)
          .rule("meta:og:image", Where.image(Where.meta("og:image")))
          .rule("json-ld:image", Where.image(Where.data("image")))
          .rule("meta:twitter:image", Where.image(Where.meta("twitter:image")))
          .rule("link:image_src", Where.image(Where.meta("link:image_src")))
          .into(Article::setImage);
  static final Field<List<String>> KEYWORDS =
      Chain.ofList("keywords")
          .rule("meta:news_keywords", Where.keywords("news_keywords"))
          .rule("meta:keywords", Where.keywords("keywords"))
          .rule("meta:article:tag", Where.keywords("article:tag"))
          .rule("json-ld:keywords", d -> SelfDescription.keywords(d, d.data().values("keywords")))
          .into(Article::setKeywords);

  // When.
  static final Field<TimeReading> PUBLISHED_AT =
      Chain.of("publishedAt", TimeReading.class)
          .family(d -> PublishTime.of(d).bySiteRule())
          .family(d -> PublishTime.of(d).agreed()) // stated, beside the headline, in the address
          .family(d -> PublishTime.of(d).inScripts())
          .family(d -> PublishTime.of(d).elsewhere())
          .family(d -> PublishTime.of(d).inAddress())
          .family(d -> PublishTime.of(d).ofChange())
          .then(PublishTime::set);
  static final Field<TimeReading> MODIFIED_AT =
      Chain.of("modifiedAt", TimeReading.class)
          .family(d -> PublishTime.of(d).modified())
          .then((d, time) -> d.article().setModifiedAt(PublishTime.of(d).instant(time)));

  // Who.
  static final Field<Names> EDITOR =
      Chain.of("editor", Names.class)
          .rules("site-rule:editor", Where.people(SiteField.EDITOR))
          .rules("text:label", d -> Names.of(Editors.of(d, d.margins())))
          .rules("text:class", Where.chinese(d -> Names.of(Editors.byClass(d.margins()))))
          .rules("meta:content_editor", d -> Names.of(Editors.stated(d)))
          .into(Editors::set);
  static final Field<Names> AUTHORS =
      Chain.of("authors", Names.class)
          .rules("site-rule:authors", Where.people(SiteField.AUTHORS))
          .rules("text:reporter", Where.chinese(d -> Bylines.reporters(d.margins())))
          .rules("text:opening", Where.chinese(d -> Bylines.opening(d.margins())))
          .rules("text:label", Where.chinese(d -> LabelledBylines.above(d.margins())))
          .rules("text:label below", Where.chinese(d -> LabelledBylines.below(d.margins())))
          .rules("text:credits", Where.chinese(Credits::of))
          .rules("text:class", Where.chinese(d -> Bylines.byClass(d.margins())))
          .rules("data:author", Where.chinese(Bylines::agents))
          .rules("text:names beside the source", Where.chinese(BareBylines::besideSource))
          .rules("text:names alone", Where.chinese(d -> BareBylines.alone(d.margins())))
          .rules("text:names at the end", Where.chinese(d -> BareBylines.trailing(d.margins())))
          .rules("text:pen name", Where.chinese(d -> Bylines.penNames(d.margins())))
          .rules("text:note", Where.chinese(d -> Bylines.notes(d.margins())))
          .family(Where.other(WesternBylines::named)) // json-ld, meta, text; people before outlets
          .into(Bylines::set);

  // From where: the dateline and agencies of the report, and the source it was taken from.
  static final Field<DatelineText> DATELINE =
      Chain.of("dateline", DatelineText.class)
          .rule("text:opening", Datelines::opening)
          .into(Datelines::set);
  static final Field<List<String>> AGENCIES =
      Chain.ofList("agencies").rule("text:quoted", Datelines::agencies).into(Article::setAgencies);
  static final Field<Source> SOURCE =
      Chain.of("source", Source.class)
          .rule("site-rule:source", Sources::bySiteRule)
          .rules("text:label", Sources::above)
          .rules("text:in brackets before the time", UnlabelledSources::bracketed)
          .rules("text:class", UnlabelledSources::byClass) // but for pinyin on Chinese pages alone
          .rules("text:beside the time", Where.chinese(UnlabelledSources::besideTime))
          .rules("text:link beneath the headline", Where.chinese(UnlabelledSources::linkBeneath))
          .rules("text:outlet as author", Where.chinese(UnlabelledSources::outletAsAuthor))
          .rules("text:citation", Periodicals::cited)
          .rules("meta:source", Sources::byMeta)
          .family(Where.other(UnlabelledSources::elsewhere)) // title:remark, text:agency
          .rules("text:label below", Sources::labelledBelow)
          .rules("text:class below", UnlabelledSources::byClassBelow)
          .rules("text:issue", Periodicals::issue)
          .rules("text:taken from", Sources::takenFromAtEnd)
          .rules("script:source", Sources::byScript)
          .rules("meta:article:author", Sources::outletAsAuthor)
          .rules("text:label", Sources::labelled) // even one that only says: reposted
          .refuse(Sources::refusal)
          .then(Provenance::set);
  static final Field<String> PUBLISHER =
      Chain.of("publisher", String.class)
          .family(Publishers::stated) // meta:og:site_name, json-ld, other metas
          .rules("text:account", Publishers::accounts)
          .rules("title:end, agreed", TitleEnds::agreed) // by address, home link or foot
          .rules("text:copyright, agreed", Copyright::agreed)
          .rules("logo:name, agreed", Logos::agreed) // by the title, address or foot
          .rule("title:end", TitleEnds::alone)
          .family(HomeNames::all) // title:outlet, breadcrumb:root, logo:name, link:home
          .rules("text:copyright", Copyright::names)
          .rules("json-ld:publisher", Publishers::companies)
          .refuse(Publishers::refusal)
          .into(Article::setPublisher);
  static final Field<String> ORIGINAL_HEADLINE =
      Chain.of("originalHeadline", String.class)
          .rule("site-rule:originalHeadline", Where.selected(SiteField.ORIGINAL_HEADLINE))
          .rules("text:label", Provenance::originals)
          .refuse(Provenance::whyNoHeadline)
          .into(Article::setOriginalHeadline);

  // Where on the site.
  static final Field<Breadcrumbs.Path> BREADCRUMB =
      Chain.of("breadcrumb", Breadcrumbs.Path.class)
          .rules("text:breadcrumb", Breadcrumbs::visible)
          .rule("json-ld:breadcrumb", Breadcrumbs::structured)
          .into((article, path) -> article.setBreadcrumb(path.elements()));
  static final Field<String> SECTION =
      Chain.of("section", String.class)
          .rule("site-rule:section", Where.selected(SiteField.SECTION))
          .rule("breadcrumb:last", Sections::last)
          .rules("json-ld:articleSection", Sections::claimed)
          .rules("meta:section", Sections::metas)
          .rules("text:label", Sections::labelled)
          .rule("text:section-link", Sections::linkAboveHeadline)
          .rule("text:section-name", Sections::nameAboveHeadline)
          .family(SectionsBeside::all) // links, an edition, a part of the title, a lone name
          .refuse(Sections::refusal)
          .into(Sections::set);
  static final Field<String> TOPIC =
      Chain.of("topic", String.class)
          .rule("site-rule:topic", Where.selected(SiteField.TOPIC))
          .rules("text:label", Topics::labelled)
          .rule("breadcrumb:behind 专题", Topics::behindTopics)
          .rule("breadcrumb:address of a topic", Topics::byAddress)
          .rule("text:box that lists the article", Topics::boxWithArticle)
          .into(Article::setTopic);

  // What may be done with it, as far as the page says.
  static final Field<Boolean> ACCESSIBLE =
      Chain.of("isAccessibleForFree", Boolean.class)
          .family(Rights::accessibleForFree)
          .into(Article::setIsAccessibleForFree);
  static final Field<String> LICENSE =
      Chain.of("license", String.class)
          .family(Rights::license) // in its data, in its metadata, in a link below the text
          .refuse(Rights::refusal)
          .into(Article::setLicense);
  static final Field<List<String>> RESERVATION =
      Chain.ofList("reservation").family(Rights::reservation).into(Article::setReservation);
}

package dev.newsfold.dedupe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that was compared, and the component that it belongs to: it goes to where the
 * component's stories are made, and moves when the component does.
 *
 * <p>An article that is given up stays with its component for as long as that is there, so that the
 * stories in it stay as they were told.
 *
 * @param article null where only a component is known yet
 * @param component null for none
 * @param givenUp whether the article will not be heard of again
 */
public record Membership(@Nullable Verified article, @Nullable String component, boolean givenUp) {
  /** Nothing known. */
  public static final Membership NONE = new Membership(null, null, false);

  /** Where an article belongs; without a component it is alone. */
  public record Place(@Nullable String component, Verified article) {}

  /** Where it belongs; nothing if it is not known. */
  public List<Place> places() {
    return article == null ? List.of() : List.of(new Place(component, article));
  }

  /** With another article in place of this one; null takes it out. */
  public Membership with(@Nullable Verified now) {
    return new Membership(now, component, false);
  }

  /** In another component; null for none. */
  public Membership in(@Nullable String now) {
    return new Membership(article, now, givenUp);
  }

  /** The same of an article that is given up. */
  public Membership leftAlone() {
    return new Membership(article, component, true);
  }

  /** Whether nothing of it has to be kept. */
  public boolean isOver() {
    return article == null && component == null || givenUp && component == null;
  }
}

package dev.newsfold.flow;

import dev.newsfold.dedupe.Deliveries;
import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.records.Article;
import dev.newsfold.records.ArticlePart;
import dev.newsfold.records.Placement;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the text of an article together with its place among the stories, on as many workers as
 * there are: the texts stay here while the coordinator decides without them. For every place comes
 * out one article, and its text is that of no fewer captures than the place was found from: a place
 * that overtakes its capture waits for it.
 *
 * <p>An article that the coordinator forgets is forgotten here, too. If a capture of it is on its
 * way to the coordinator at that moment, it stays, as the first of an article that is new again.
 */
public final class PlaceArticles extends PTransform<PCollection<Article>, PCollection<Article>> {
  private final PCollection<Placement> places;

  private PlaceArticles(PCollection<Placement> places) {
    this.places = places;
  }

  /** Puts articles in these places. */
  public static PlaceArticles in(PCollection<Placement> places) {
    return new PlaceArticles(places);
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> captured) {
    KvCoder<String, ArticlePart> coder =
        KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(ArticlePart.class));
    TypeDescriptor<KV<String, ArticlePart>> type =
        TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptor.of(ArticlePart.class));
    return PCollectionList.of(
            captured
                .apply("Captures", MapElements.into(type).via(PlaceArticles::capture))
                .setCoder(coder))
        .and(
            places
                .apply("Places", MapElements.into(type).via(PlaceArticles::place))
                .setCoder(coder))
        .apply("Parts", Flatten.pCollections())
        .apply("Place", ParDo.of(new PlaceFn()))
        .setCoder(RecordCoder.of(Article.class));
  }

  private static KV<String, ArticlePart> capture(Article article) {
    return KV.of(
        article.getId(), ArticlePart.newBuilder().setCapture(Recaptures.of(article)).build());
  }

  private static KV<String, ArticlePart> place(Placement place) {
    return KV.of(place.getArticleId(), ArticlePart.newBuilder().setPlace(place).build());
  }

  private static final class PlaceFn extends DoFn<KV<String, ArticlePart>, Article> {
    @StateId("captures")
    private final StateSpec<ValueState<Remembered>> capturesSpec =
        StateSpecs.value(RecordCoder.of(Remembered.class));

    @StateId("waiting")
    private final StateSpec<BagState<Placement>> waitingSpec =
        StateSpecs.bag(RecordCoder.of(Placement.class));

    @ProcessElement
    public void process(
        @Element KV<String, ArticlePart> element,
        @StateId("captures") ValueState<Remembered> captures,
        @StateId("waiting") BagState<Placement> waiting,
        OutputReceiver<Article> out) {
      RecaptureGroup capture = element.getValue().getCapture();
      Placement place = element.getValue().getPlace();
      Remembered known = captures.read();
      if (capture != null) {
        Remembered now = Deliveries.add(known, capture).orElse(null);
        if (now != null) {
          if (known != null) {
            Counters.count(Metric.RECAPTURES);
          }
          captures.write(now);
          retry(now, captures, waiting, out);
        }
      }
      if (place != null && !settle(place, known, captures, out)) {
        waiting.add(place);
      }
    }

    private static void retry(
        Remembered now,
        ValueState<Remembered> captures,
        BagState<Placement> waiting,
        OutputReceiver<Article> out) {
      List<Placement> places = new ArrayList<>();
      waiting.read().forEach(places::add);
      if (!places.isEmpty()) {
        waiting.clear();
        for (Placement place : places) {
          if (!settle(place, now, captures, out)) {
            waiting.add(place);
          }
        }
      }
    }

    /** Whether the place could be made use of. */
    private static boolean settle(
        Placement place,
        @Nullable Remembered known,
        ValueState<Remembered> captures,
        OutputReceiver<Article> out) {
      int wanted = Math.min(place.getCaptures(), Deliveries.MAX_SEEN);
      if (known == null || known.getGroup().getCaptures() < wanted) {
        return false;
      }
      if (place.getLast()) {
        forget(place, known, captures);
      } else {
        Counters.count(Metric.ARTICLES);
        RecaptureGroup group = known.getGroup();
        out.output(
            Article.newBuilder(group.getLatest())
                .setCaptures(place.getCaptures())
                .setFirstCapturedAt(place.getFirstCapturedAt())
                .setDifferingTexts(place.getTexts().size())
                .setTextHashes(place.getTexts().size() > 1 ? place.getTexts() : List.of())
                .setContents(Objects.requireNonNullElse(group.getContents(), List.of()))
                .setFirstOrigin(group.getFirstOrigin())
                .setFirstPayloadDigest(group.getFirstPayloadDigest())
                .setStoryId(place.getStoryId())
                .setCrossPostRelation(place.getRelation())
                .setRevision(place.getRevision())
                .build());
      }
      return true;
    }

    private static void forget(Placement place, Remembered known, ValueState<Remembered> captures) {
      RecaptureGroup group = known.getGroup();
      int left = group.getCaptures() - place.getCaptures();
      if (left <= 0) {
        captures.clear();
        return;
      }
      // The coordinator has forgotten which captures came before; it would take them for new ones.
      RecaptureGroup rest = Recaptures.of(group.getLatest());
      rest.setCaptures(left);
      captures.write(Remembered.newBuilder(known).setGroup(rest).setSeen(List.of()).build());
    }
  }
}

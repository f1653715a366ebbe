package dev.newsfold.flow;

import dev.newsfold.dedupe.Membership;
import dev.newsfold.dedupe.NodeKey;
import dev.newsfold.dedupe.Verified;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Brings articles that were compared together with the components that they are in, if in any. */
final class JoinComponents
    extends PTransform<PCollection<Change<Verified>>, PCollection<Change<Membership.Place>>> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final ComponentPartCoder PART = new ComponentPartCoder();

  private final PCollection<KV<String, Change<String>>> components;
  private final Grouping grouping;

  private JoinComponents(PCollection<KV<String, Change<String>>> components, Grouping grouping) {
    this.components = components;
    this.grouping = grouping;
  }

  /** Joins with the labels of components, by the nodes in hexadecimal. */
  static JoinComponents of(PCollection<KV<String, Change<String>>> components, Grouping grouping) {
    return new JoinComponents(components, grouping);
  }

  @Override
  public PCollection<Change<Membership.Place>> expand(PCollection<Change<Verified>> compared) {
    KvCoder<String, Change<ComponentPart>> keyed = KvCoder.of(STRING, ChangeCoder.of(PART));
    PCollection<KV<String, Change<ComponentPart>>> parts =
        PCollectionList.of(compared.apply("Articles", ParDo.of(new ArticleFn())).setCoder(keyed))
            .and(components.apply("Labels", ParDo.of(new LabelFn())).setCoder(keyed))
            .apply("Parts", Flatten.pCollections());
    if (!grouping.isInRounds()) {
      return parts.apply("Join", grouping.reduce(PART, new PlaceCoder(), JoinComponents::join));
    }
    return parts
        .apply("ByArticle", grouping.group(ChangeCoder.of(PART)))
        .apply("Join", ParDo.of(new JoinInRounds()))
        .setCoder(ChangeCoder.of(new PlaceCoder()));
  }

  private static void join(
      String node, Iterable<ComponentPart> parts, Consumer<Membership.Place> out) {
    Membership membership = Membership.NONE;
    for (ComponentPart part : parts) {
      membership =
          part.article() == null
              ? membership.in(part.component())
              : membership.with(part.article());
    }
    membership.places().forEach(out);
  }

  private static final class ArticleFn
      extends DoFn<Change<Verified>, KV<String, Change<ComponentPart>>> {
    @ProcessElement
    public void process(
        @Element Change<Verified> article, OutputReceiver<KV<String, Change<ComponentPart>>> out) {
      out.output(
          KV.of(
              NodeKey.of(article.value().id()).hex(),
              article.of(ComponentPart.of(article.value()))));
    }
  }

  private static final class LabelFn
      extends DoFn<KV<String, Change<String>>, KV<String, Change<ComponentPart>>> {
    @ProcessElement
    public void process(
        @Element KV<String, Change<String>> label,
        OutputReceiver<KV<String, Change<ComponentPart>>> out) {
      Change<String> component = label.getValue();
      out.output(KV.of(label.getKey(), component.of(ComponentPart.component(component.value()))));
    }
  }
}

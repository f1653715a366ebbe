package dev.newsfold.stores;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Clients of an S3 server under an address of its own: it has no host names for its buckets.
 *
 * <p>Beam asks for a builder whatever a job reads, and Amazon's asks for a region at once: where no
 * setting tells one, of the network, as a machine of Amazon's would be answered there. So a builder
 * is made when a client is built of it, or something set, and a run without S3 asks nobody.
 */
public final class PathStyleS3 extends DefaultS3ClientBuilderFactory {
  @Override
  public S3ClientBuilder createBuilder(S3Options options) {
    Made made = new Made(options);
    return (S3ClientBuilder)
        Proxy.newProxyInstance(
            S3ClientBuilder.class.getClassLoader(),
            new Class<?>[] {S3ClientBuilder.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(made.builder(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : told(e.getCause());
              } catch (SdkClientException e) {
                throw told(e);
              }
            });
  }

  /** Nothing has been asked of a server yet: the region alone can be missing. */
  private static Throwable told(Throwable failure) {
    return failure instanceof SdkClientException
        ? new StoreSetupException(
            "there is no region for s3://; AWS_REGION names it, or --awsRegion of a job", failure)
        : failure;
  }

  /** Amazon's builder, from when it is needed on. */
  private static final class Made {
    private final S3Options options;
    private @Nullable S3ClientBuilder builder;

    private Made(S3Options options) {
      this.options = options;
    }

    private synchronized S3ClientBuilder builder() {
      S3ClientBuilder there = builder;
      if (there == null) {
        there =
            new DefaultS3ClientBuilderFactory()
                .createBuilder(options)
                .forcePathStyle(options.getEndpoint() != null);
        builder = there;
      }
      return there;
    }
  }
}

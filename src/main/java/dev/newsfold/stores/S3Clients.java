package dev.newsfold.stores;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of S3, made by Beam's own flags: one a process, since each holds connections. */
final class S3Clients {
  private static final Map<String, S3Client> CLIENTS = new ConcurrentHashMap<>();

  private S3Clients() {}

  static S3Client of(PipelineOptions options) {
    S3Options s3 = options.as(S3Options.class);
    String key = s3.getEndpoint() + " " + s3.getAwsRegion() + ' ' + s3.getAwsCredentialsProvider();
    return CLIENTS.computeIfAbsent(key, any -> new PathStyleS3().createBuilder(s3).build());
  }
}

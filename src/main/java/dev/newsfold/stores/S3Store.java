package dev.newsfold.stores;

import dev.newsfold.sinks.OutputFolder;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;

/** Amazon's S3, and servers that speak as it does: {@code s3://bucket/folder}. */
public final class S3Store implements Store {
  private static final Pattern SLASHES = Pattern.compile("//+");

  @Override
  public String scheme() {
    return "s3";
  }

  @Override
  public OutputFolder folder(String address, PipelineOptions options) {
    int bucket = address.indexOf("//") + 2;
    int slash = address.indexOf('/', bucket);
    String prefix = slash < 0 ? "" : SLASHES.matcher(address.substring(slash)).replaceAll("/");
    String whole = prefix.endsWith("/") ? prefix : prefix + '/';
    String name = slash < 0 ? address.substring(bucket) : address.substring(bucket, slash);
    return new S3Folder(S3Clients.of(options), name, whole.substring(1));
  }
}

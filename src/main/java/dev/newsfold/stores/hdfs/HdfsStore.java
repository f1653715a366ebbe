package dev.newsfold.stores.hdfs;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Store;
import dev.newsfold.stores.StoreFiles;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/** Hadoop's distributed file system: {@code hdfs://host:port/folder}. */
public final class HdfsStore implements Store {
  @Override
  public String scheme() {
    return "hdfs";
  }

  @Override
  public OutputFolder folder(String address, PipelineOptions options) {
    return new HdfsFolder(new HdfsClient(options), HdfsClient.trimmed(address));
  }

  @Override
  public StoreFiles files(PipelineOptions options) {
    return new HdfsFiles(new HdfsClient(options));
  }

  @Override
  public void setUp(PipelineOptions options, Map<String, String> environment) {
    HdfsClient.setUp(options);
  }
}

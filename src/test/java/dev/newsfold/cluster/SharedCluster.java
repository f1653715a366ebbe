package dev.newsfold.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Gives tests a cluster of two TaskManagers: started for the first of them, made whole again before
 * each, and stopped after the last. When a test fails, it shows the ends of the cluster's logs.
 */
final class SharedCluster implements ParameterResolver, BeforeEachCallback, TestWatcher {
  static final int TASK_MANAGERS = 2;

  private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FlinkCluster.class;
  }

  @Override
  public FlinkCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cluster(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException, InterruptedException {
    cluster(context).restore(TASK_MANAGERS);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    System.err.println(cluster(context).tails());
  }

  private static FlinkCluster cluster(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Holder.class, key -> new Holder(start()), Holder.class)
        .cluster();
  }

  private static FlinkCluster start() {
    try {
      Path logs = Files.createDirectories(Launch.basedir().resolve("target/cluster"));
      return FlinkCluster.start(Files.createTempDirectory(logs, "flink-"), TASK_MANAGERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the cluster was starting", e);
    }
  }

  private record Holder(FlinkCluster cluster) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      cluster.close();
    }
  }
}

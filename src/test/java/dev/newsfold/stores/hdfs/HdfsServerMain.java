package dev.newsfold.stores.hdfs;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** An HDFS of one node on loopback, in the folder that is named, until its input ends. */
public final class HdfsServerMain {
  private HdfsServerMain() {}

  /** Says its port in a line of its own. */
  public static void main(String[] args) throws IOException {
    Configuration configuration = new HdfsConfiguration();
    configuration.setBoolean("dfs.permissions.enabled", true);
    // Blocks smaller than a test's archive, so that one is read from several.
    configuration.setLong("dfs.namenode.fs-limits.min-block-size", 1024);
    configuration.setLong("dfs.blocksize", 64 * 1024);
    try (MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(configuration, new File(args[0])).numDataNodes(1).build()) {
      cluster.waitActive();
      System.out.println("port " + cluster.getNameNodePort());
      while (System.in.read() >= 0) {
        // Whoever started it still runs.
      }
    }
    System.exit(0);
  }
}

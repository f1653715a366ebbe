package dev.newsfold.bench.runs;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The whole job in a plain loop, without Beam: what a runner's cost is told by. One thread reads;
 * it, or as many threads as there are, decode, parse, sketch and write.
 */
final class Loop {
  /** Captures that wait for a thread. The reader takes the next one itself where all are taken. */
  private static final int WAITING = 64;

  private final Subject subject;
  private final LoopOutput output;
  private final BlockingQueue<Capture> waiting = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean isRead;

  private Loop(Subject subject, Path output) {
    this.subject = subject;
    this.output = new LoopOutput(output, subject.folds());
  }

  /** Goes through {@code files} once; returns how many articles it has written. */
  static long run(Subject subject, List<Path> files, Path output)
      throws IOException, InterruptedException {
    Files.createDirectories(output);
    return new Loop(subject, output).run(files);
  }

  private long run(List<Path> files) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> helpers = new ArrayList<>();
      for (int i = 1; i < subject.threads(); i++) {
        helpers.add(threads.submit(this::help));
      }
      LoopWorker own = worker();
      Reader reader = new Reader(own, subject.threads() > 1);
      CaptureReader captures = new CaptureReader(ReadLimits.DEFAULT, InputOpener.local());
      for (Path file : files) {
        captures.read(new InputFileRef(file.toUri().toString(), file.toString()), reader);
      }
      isRead = true;
      for (Capture left = waiting.poll(); left != null; left = waiting.poll()) {
        own.take(left);
      }
      for (Future<?> helper : helpers) {
        helper.get();
      }
      return output.finish();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread of the loop has failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private LoopWorker worker() {
    return new LoopWorker(subject, output);
  }

  private void help() {
    LoopWorker worker = worker();
    try {
      while (true) {
        // Asked first: what was handed on before the end is in the queue then.
        boolean last = isRead;
        Capture capture = waiting.poll(last ? 0 : 10, TimeUnit.MILLISECONDS);
        if (capture != null) {
          worker.take(capture);
        } else if (last) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands captures on. */
  private final class Reader implements CaptureOutput {
    private final LoopWorker own;
    private final boolean isHelped;

    private Reader(LoopWorker own, boolean isHelped) {
      this.own = own;
      this.isHelped = isHelped;
    }

    @Override
    public void capture(Capture capture) {
      if (!isHelped || !waiting.offer(capture)) {
        own.take(capture);
      }
    }

    @Override
    public void reject(Rejection rejection) {
      output.reject();
    }

    @Override
    public void skip(SkipKind kind) {}
  }
}

package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FlinkFailureTest {
  @Test
  void aMatterOfSettingsIsToldByTheSettingToChange() {
    assertThat(
        told(
            "java.io.IOException: Insufficient number of network buffers: required 513, but only 9"),
        containsString("taskmanager.network.sort-shuffle.min-buffers: 64"));
    assertThat(
        told("org.apache.flink…NoResourceAvailableException: Could not acquire"),
        containsString("lower --parallelism"));
    assertThat(
        told("java.lang.OutOfMemoryError: Metaspace"),
        containsString("taskmanager.memory.jvm-metaspace.size"));
    assertThat(
        told(
            "The record exceeds the maximum size of a sort buffer (current maximum: 7110656 bytes)."),
        containsString("taskmanager.runtime.large-record-handler: true"));
    assertThat(told("write: No space left on device"), containsString("a disk is full"));
  }

  @Test
  void whatLiesDeepInOthersOrInTheTraceOfAnotherProcessIsFound() {
    Throwable inside =
        new IOException("x\n\tat y\nCaused by: Insufficient number of network buffers");
    String told =
        FlinkFailure.inWords(new RuntimeException(new IllegalStateException("job failed", inside)));
    assertThat(told, containsString("network buffers: lower --parallelism"));
  }

  @Test
  void whatNobodyKnowsIsToldByItsCauseOnOneLine() {
    String told =
        FlinkFailure.inWords(
            new RuntimeException("outer", new IOException("cannot\n\tat a\n\tat b")));
    assertThat(told, equalTo("java.io.IOException: cannot"));
    String longest = FlinkFailure.inWords(new RuntimeException("x".repeat(10_000)));
    assertThat(longest.length() < 400, equalTo(true));
    assertThat(longest, not(containsString("\n")));
  }

  @Test
  void causesThatGoRoundInACircleEnd() {
    Exception one = new Exception("one");
    one.initCause(new Exception("two", one));
    assertThat(FlinkFailure.inWords(one).isEmpty(), equalTo(false));
  }

  private static String told(String message) {
    return FlinkFailure.inWords(new RuntimeException("the job failed", new Exception(message)));
  }
}

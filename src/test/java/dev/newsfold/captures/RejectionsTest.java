package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.records.Rejection;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

/** What a rejection quotes of hostile input is bounded, and still says what is wrong. */
class RejectionsTest {
  private static final String NAME = "/in/" + "深".repeat(4000);

  @Test
  void theNameOfAFileThatCannotBeReadIsCut() {
    Rejection rejection =
        rejected(
            location -> {
              throw new FileSystemException(NAME, null, "File name too long");
            });
    assertThat(rejection.getMessage().length(), lessThanOrEqualTo(Rejections.MAX_MESSAGE));
    assertThat(rejection.getMessage(), startsWith("java.nio.file.FileSystemException: /in/深"));
    assertThat(rejection.getMessage(), endsWith("深: File name too long"));
  }

  @Test
  void aShortMessageStaysAndALongOneLosesItsMiddle() {
    String most = "x".repeat(Rejections.MAX_MESSAGE);
    assertThat(Rejections.message(most), equalTo(most));
    assertThat(
        Rejections.message("a" + most + "z"),
        equalTo("a" + "x".repeat(696) + " … " + "x".repeat(299) + "z"));
    String pair = "\ud840\udc00";
    String pairs = Rejections.message(pair.repeat(1000) + "x");
    assertThat(pairs.replace(pair, ""), equalTo(" … x"));
  }

  private static Rejection rejected(InputOpener opener) {
    CollectedCaptures found = new CollectedCaptures();
    new CaptureReader(ReadLimits.DEFAULT, opener).read(new InputFileRef(NAME, NAME), found);
    return found.rejections().get(0);
  }
}

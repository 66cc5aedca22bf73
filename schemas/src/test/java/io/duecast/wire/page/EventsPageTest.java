package io.duecast.wire.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "events.md");

  @Test
  void theGeneratedPartIsWhatTheSchemasSay() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(EventsPage.BEGIN);
    assertThat(begin).as("%s has no line %s", PAGE, EventsPage.BEGIN).isNotNegative();

    String today = EventsPage.render();
    if (Boolean.getBoolean("duecast.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + today);
      return;
    }
    assertThat(page.substring(begin))
        .as(
            "docs/events.md is stale; write it anew with%n"
                + "  mvn -pl schemas -am test -Dtest=EventsPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dduecast.write=true")
        .isEqualTo(today);
  }
}

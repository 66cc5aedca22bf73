package io.duecast.service.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ServiceLogTest {
  @Test
  void aLineOfJsonCarriesTheWholeMessageWhateverIsInIt() throws IOException {
    LoggerContext context = new LoggerContext();
    Encoder<ILoggingEvent> encoder = ServiceLog.json();
    encoder.start();
    ILoggingEvent event =
        new LoggingEvent(
            "caller",
            context.getLogger("io.duecast.streams.run.FlowRunner"),
            Level.WARN,
            "{}: \"quoted\",\nand a second line",
            new IllegalStateException("why"),
            new Object[] {"duecast-ledger"});

    String line = new String(encoder.encode(event), UTF_8);

    assertThat(line).endsWith("\n");
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("level").asText()).isEqualTo("WARN");
    assertThat(json.get("formattedMessage").asText())
        .isEqualTo("duecast-ledger: \"quoted\",\nand a second line");
    assertThat(json.get("loggerName").asText()).isEqualTo("io.duecast.streams.run.FlowRunner");
    assertThat(json.get("timestamp").isNumber()).isTrue();
    assertThat(json.get("throwable").get("message").asText()).isEqualTo("why");
  }
}

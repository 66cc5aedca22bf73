package io.duecast.service.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The log of a service: lines on standard output, as text or as JSON. */
public final class ServiceLog {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} - %msg%n";

  /** Ours is told from INFO on; what a client warns of and then overcomes by itself, not at all. */
  private static final Map<String, Level> LEVELS =
      Map.of(
          Logger.ROOT_LOGGER_NAME,
          Level.WARN,
          "io.duecast",
          Level.INFO,
          "org.apache.kafka.streams.StreamsConfig",
          Level.ERROR,
          "org.apache.kafka.clients.NetworkClient",
          Level.ERROR,
          "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils",
          Level.ERROR);

  private ServiceLog() {}

  /** Text, for what is said before the settings are known. */
  public static void begin() {
    to(new PatternLayoutEncoder());
  }

  /** As it is set. */
  public static void as(DuecastSettings settings) {
    if (settings.text(Catalogue.LOG_FORMAT).equals("json")) {
      to(json());
    }
  }

  /** One object a line: timestamp, level, thread, logger, the whole message, the exception. */
  static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMDC(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  private static void to(Encoder<ILoggingEvent> encoder) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    if (encoder instanceof PatternLayoutEncoder pattern) {
      pattern.setPattern(PATTERN);
    }
    ((EncoderBase<ILoggingEvent>) encoder).setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(context);
    out.setEncoder(encoder);
    out.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(out);
    LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
  }
}

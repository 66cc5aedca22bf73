package io.duecast.standalone;

import io.duecast.book.csv.FileUnreadableException;
import io.duecast.book.mapping.MappingException;
import io.duecast.service.launch.StartException;
import io.duecast.service.settings.SettingsException;
import io.duecast.stack.StackException;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.RegistryUnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command failed: what, where, what to do; the trace only to those who want it. */
final class Failures implements IExecutionExceptionHandler {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    console.say("duecast %s: %s", command.getCommandName(), message(failure));
    if (command.getParseResult().hasMatchedOption("--debug")) {
      failure.printStackTrace(console.err());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String message(Exception failure) {
    return switch (failure) {
      case CommandFailure e -> text(e);
      case StartException e -> text(e);
      case SettingsException e -> text(e);
      case MappingException e -> text(e);
      case FileUnreadableException e -> text(e);
      case StackException e -> text(e);
      case RegistryUnavailableException e ->
          text(e) + "; check --registry and its credentials ('duecast doctor' looks closer)";
      case TimeoutException e ->
          text(e)
              + "; check that the brokers answer at --bootstrap ('duecast doctor' looks closer)";
      case InterruptedException e -> "interrupted";
      case KafkaException e -> "Kafka: " + rootOf(e) + " ('duecast doctor' looks closer)";
      default -> {
        LoggerFactory.getLogger(Failures.class).info("failed", failure);
        yield "unexpected: %s; repeat with --debug for the trace, and report it".formatted(failure);
      }
    };
  }

  private static String text(Exception failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure ? text((Exception) failure) : failure.getMessage() + ": " + root;
  }
}

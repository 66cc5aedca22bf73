package io.duecast.stack;

import java.nio.file.Path;

/**
 * A process that runs a stack on a directory until its input ends; says {@code ready} when it is.
 */
final class StackProcess {
  private StackProcess() {}

  public static void main(String[] args) throws Exception {
    try (EmbeddedStack stack = EmbeddedStack.start(Path.of(args[0]), StackSettings.defaults())) {
      System.out.println("ready");
      int end = System.in.read();
      System.out.println("ended with " + end + " on " + stack.bootstrapServers());
    }
  }
}

package io.duecast.standalone.users;

import io.duecast.console.access.User;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who may log in. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists who may log in to the console, and as what.")
final class ListUsers implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  private final Console console;

  ListUsers(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsersInForce users = UsersInForce.of(platform.read(console));
    Map<String, User> all = users.read();
    if (all.isEmpty()) {
      console.say("nobody is in %s: 'duecast users set NAME' adds somebody", users.path());
      return 0;
    }
    TextTable table = new TextTable(List.of("name", "role"));
    all.values().forEach(it -> table.row(List.of(it.name(), it.role().name())));
    table.lines().forEach(line -> console.print("%s", line));
    return 0;
  }
}

package io.duecast.standalone.users;

import io.duecast.console.access.User;
import io.duecast.service.launch.StartException;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes somebody. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes a user: who is logged in is out with the next click.")
final class RemoveUser implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "NAME", description = "As 'duecast users list' says it.")
  String name = "";

  private final Console console;

  RemoveUser(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsersInForce users = UsersInForce.of(platform.read(console));
    Map<String, User> all = users.read();
    if (all.remove(name) == null) {
      throw new StartException("%s has no user %s", users.path(), name);
    }
    users.write(all);
    console.print("%s may not log in any more", name);
    return 0;
  }
}

package io.duecast.standalone.demo;

/** What a person sees of the demo while it runs. */
interface DemoView extends AutoCloseable {
  void show();

  @Override
  void close();
}

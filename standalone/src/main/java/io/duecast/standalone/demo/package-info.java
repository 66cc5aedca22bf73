/**
 * A company in virtual time, scored while a person looks on. Read {@link
 * io.duecast.standalone.demo.DemoCommand} first.
 */
@NullMarked
package io.duecast.standalone.demo;

import org.jspecify.annotations.NullMarked;

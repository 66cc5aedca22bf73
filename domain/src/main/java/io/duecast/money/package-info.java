/**
 * Amounts of money, to the cent and beyond, and dated exchange rates. Read {@link
 * io.duecast.money.Money} first. Imports only {@code check}.
 */
@NullMarked
package io.duecast.money;

import org.jspecify.annotations.NullMarked;

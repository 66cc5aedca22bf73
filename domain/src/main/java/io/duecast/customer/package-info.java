/**
 * What the company knows about a customer besides its payments. Read {@link
 * io.duecast.customer.CustomerProfile} first.
 */
@NullMarked
package io.duecast.customer;

import org.jspecify.annotations.NullMarked;

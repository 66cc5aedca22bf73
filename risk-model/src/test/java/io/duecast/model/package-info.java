@NullMarked
package io.duecast.model;

import org.jspecify.annotations.NullMarked;

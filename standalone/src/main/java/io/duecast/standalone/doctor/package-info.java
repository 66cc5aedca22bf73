/**
 * Whether everything the command needs is there. Read {@link
 * io.duecast.standalone.doctor.DoctorCommand} first.
 */
@NullMarked
package io.duecast.standalone.doctor;

import org.jspecify.annotations.NullMarked;

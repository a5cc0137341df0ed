/// What belongs to the person of a conversation: status, card, reminders, privacy, a shared
/// phone, an officer.
@NullMarked
package id.kentongan.dialogs.mind.member;

import org.jspecify.annotations.NullMarked;

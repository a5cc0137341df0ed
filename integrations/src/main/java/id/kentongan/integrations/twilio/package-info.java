/// WhatsApp by Twilio: its doors and its channel, by Messages and Content
/// (https://www.twilio.com/docs/whatsapp/api).
@NullMarked
package id.kentongan.integrations.twilio;

import org.jspecify.annotations.NullMarked;

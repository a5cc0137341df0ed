/// WhatsApp by Meta's own Cloud API: its door and its channel
/// (https://developers.facebook.com/docs/whatsapp/cloud-api).
@NullMarked
package id.kentongan.integrations.cloudapi;

import org.jspecify.annotations.NullMarked;

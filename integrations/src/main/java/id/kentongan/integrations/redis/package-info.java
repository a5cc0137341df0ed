/// Redis: the embedded server, and the room that keeps conversations.
@NullMarked
package id.kentongan.integrations.redis;

import org.jspecify.annotations.NullMarked;

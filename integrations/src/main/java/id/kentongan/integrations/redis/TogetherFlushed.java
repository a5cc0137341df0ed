package id.kentongan.integrations.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;

/// Writes the commands of one pass of the event loop to the socket together.
final class TogetherFlushed implements NettyCustomizer {
  private static final int MOST = 256;

  @Override
  public void afterChannelInitialized(Channel channel) {
    channel.pipeline().addFirst(new FlushConsolidationHandler(MOST, true));
  }
}

package id.kentongan.integrations.redis;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;

/// Gives Lettuce an event loop that belongs to somebody else, who also ends it.
public record OneLoop(EventLoop loop) implements EventLoopGroupProvider {
  /// why unchecked: Lettuce asks by the class of the group it would make and uses it as any group.
  @Override
  @SuppressWarnings("unchecked")
  public <T extends EventLoopGroup> T allocate(Class<T> type) {
    return (T) loop;
  }

  @Override
  public int threadPoolSize() {
    return 1;
  }

  @Override
  public Future<Boolean> release(
      EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
    return ended();
  }

  @Override
  public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
    return ended();
  }

  private static Future<Boolean> ended() {
    return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
  }
}

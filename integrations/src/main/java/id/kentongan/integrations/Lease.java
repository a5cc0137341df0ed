package id.kentongan.integrations;

/// The right of one node to a piece of work, e.g. the shard `k17`. `fence` grows with each new
/// owner; whoever acts under an older one is refused.
public record Lease(String name, long fence) {}

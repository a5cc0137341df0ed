package id.kentongan.dialogs.talk;

/// A file at the platform: `handle` is what the channel needs to fetch it (a file id, an address),
/// `type` the media type the platform claims, `size` in bytes or -1.
public record FileRef(String handle, String type, long size) {}

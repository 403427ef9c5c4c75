// Loaded into a child with a channel to its parent: when the parent is gone, however it went, the child ends too.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

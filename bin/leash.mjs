// Loaded into a child with a channel to its parent: when the parent is gone, however it went, the child ends too.
// Programs that the child itself starts inherit this line; they are on its leash, not on ours.
if (process.channel && process.env.LEASH_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

/** Aborted by Ctrl-C, by SIGTERM, by a closed terminal, and when the process that handed over to us is gone. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  process.channel?.unref();
  return controller.signal;
}

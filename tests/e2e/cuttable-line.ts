import { connect, createServer, type Socket } from "node:net";

/** `refused`: the other side is gone. `silent`: the line is open and nothing comes back, as when a cable is cut. */
export type Cut = "refused" | "silent";

/** A line to a server on this machine that can be cut and mended. */
export async function openLine(port: number) {
  const ends = new Set<Socket>();
  let cut: Cut | null = null;
  const keep = (socket: Socket) => {
    ends.add(socket);
    socket.on("close", () => ends.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (cut === "refused") near.destroy();
    if (cut !== null) return;
    const far = connect(port, "127.0.0.1");
    keep(far);
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  const drop = () => {
    for (const end of ends) end.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut(how: Cut) {
      cut = how;
      if (how === "refused") drop();
      for (const end of ends) end.unpipe().pause();
    },
    mend() {
      cut = null;
      drop();
    },
    close() {
      drop();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

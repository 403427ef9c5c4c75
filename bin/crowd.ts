import type { IncomingMessage, ServerResponse } from "node:http";
import onHeaders from "on-headers";

/** How many requests one process works on at once before it turns others away. */
export interface Room {
  readonly reading: number;
  /** More than for reading: what somebody typed goes before what somebody looks at. */
  readonly sending: number;
}

/**
 * With more than this at work all of them wait so long that nobody is served: 64 pages are a second and a half of work
 * for one process.
 */
export const usualRoom: Room = { reading: 64, sending: 128 };

export interface Crowd {
  /** False: there is no room. Otherwise the request counts from when all of it is there until its answer begins. */
  readonly takeIn: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/**
 * Counts work, not connections: a body that arrives slowly, a file that leaves slowly and a page that listens for news
 * take no room, so that nobody can fill the house by being slow.
 */
export function openHouse(room: Room = usualRoom): Crowd {
  let atWork = 0;
  const begin = (response: ServerResponse) => {
    if (response.headersSent || response.closed) return;
    atWork += 1;
    let isAtWork = true;
    const end = () => {
      if (isAtWork) atWork -= 1;
      isAtWork = false;
    };
    onHeaders(response, end);
    response.once("close", end);
  };
  return {
    takeIn: (request, response) => {
      const isReading = request.method === "GET" || request.method === "HEAD";
      if (atWork >= (isReading ? room.reading : room.sending)) return false;
      if (isReading) begin(response);
      else request.once("end", () => begin(response));
      return true;
    },
  };
}

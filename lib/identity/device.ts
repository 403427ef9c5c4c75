/** From where somebody signs in. */
export interface Device {
  /** The address of the other side, or the part of it that one household or school has. */
  readonly network: string;
  /** What the browser says it is; shown to its owner only. */
  readonly browser: string;
  /** The mark that this browser got when somebody signed in with it before. */
  readonly mark: string | null;
  readonly computer: "own" | "shared";
}

const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const systems = [
  ["Windows", "Windows"],
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Macintosh", "macOS"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;

/** "Firefox, Windows": enough for its owner to know it again. Two words of a list, whatever the browser sends. */
export function browserName(userAgent: string | null): string {
  const found = [browsers, systems].map((list) => list.find(([sign]) => userAgent?.includes(sign))?.[1]);
  return found.filter((name) => name !== undefined).join(", ") || "?";
}

/** The network that a single try is counted under: one IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!mapped.includes(":")) return mapped;
  const [head = "", tail] = mapped.split("::");
  const front = head.split(":").filter((part) => part !== "");
  const back = tail === undefined ? [] : tail.split(":").filter((part) => part !== "");
  const filled = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return filled.slice(0, 4).join(":");
}

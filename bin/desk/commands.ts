import type { DeskCommand } from "@/bin/desk/command";

type CommandFile = () => Promise<{ readonly commands: readonly DeskCommand[] }>;

/** First word to the file that knows it; a file is read only when it is asked for. */
export const commandFiles: Readonly<Record<string, CommandFile>> = {
  import: () => import("@/bin/desk/import"),
  backup: () => import("@/bin/desk/backup"),
  restore: () => import("@/bin/desk/backup"),
  erasures: () => import("@/bin/desk/erasures"),
  areas: () => import("@/bin/desk/areas"),
  route: () => import("@/bin/desk/route"),
  client: () => import("@/bin/desk/client"),
  report: () => import("@/bin/desk/report"),
  user: () => import("@/bin/desk/user"),
};

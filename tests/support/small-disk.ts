import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface SmallDisk {
  readonly root: string;
  readonly freeBytes: () => Promise<number>;
  readonly close: () => void;
}

/** A disk of its own that is full soon. Null where this user may make none; said loudly. */
export function openSmallDisk(kibibytes: number): SmallDisk | null {
  const root = mkdtempSync(path.join(tmpdir(), "small-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kibibytes}k`, "tmpfs", root]);
  if (status !== 0) {
    rmSync(root, { recursive: true });
    console.warn("\nSKIPPED: this user may not mount a disk, so nothing is tested on a disk that is really full.\n");
    return null;
  }
  return {
    root,
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    },
    close: () => {
      spawnSync("umount", ["-l", root]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

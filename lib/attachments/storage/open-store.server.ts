import "server-only";
import path from "node:path";
import { settings } from "@/lib/config/env.server";
import { databaseStore } from "./database.server";
import { directoryStore } from "./directory.server";
import type { ObjectStore } from "./store";

let known: Promise<ObjectStore> | undefined;

/** The store that this installation chose, opened once. */
export function openStore(): Promise<ObjectStore> {
  known ??= open();
  return known;
}

async function open(): Promise<ObjectStore> {
  const { attachmentStore, dataDirectory } = settings();
  switch (attachmentStore.kind) {
    case "database":
      return databaseStore;
    case "directory":
      return directoryStore(path.resolve(dataDirectory, attachmentStore.path));
    case "s3": {
      // A large library, that most desks do without.
      const { s3Store } = await import("./s3.server");
      return s3Store(attachmentStore.place);
    }
  }
}

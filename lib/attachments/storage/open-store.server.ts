import "server-only";
import path from "node:path";
import { settings } from "@/lib/config/env.server";
import { databaseStore } from "./database.server";
import { directoryStore } from "./directory.server";
import type { ObjectStore } from "./store";

/** The store that this installation chose. */
export function openStore(): ObjectStore {
  const { attachmentStore, dataDirectory } = settings();
  if (attachmentStore.kind === "directory") {
    return directoryStore(path.resolve(dataDirectory, attachmentStore.path));
  }
  return databaseStore;
}

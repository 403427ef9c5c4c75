import { limits } from "./limits";

/** A file that is larger comes in parts of this size. */
export const partBytes = 1024 * 1024;

export const partsPerFile = Math.ceil(limits.bytesPerFile / partBytes);

/** Of one sender at a time, over all files. */
export const partsPerSender = 20 * partsPerFile;

import { limits } from "./limits";

/** A file that is larger comes in parts of this size: ten seconds on a slow line, and few enough to count their cost. */
export const partBytes = 2 * 1024 * 1024;

export const partsPerFile = Math.ceil(limits.bytesPerFile / partBytes);

/** Of one sender at a time, over all files. */
export const partsPerSender = 20 * partsPerFile;

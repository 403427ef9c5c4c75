import type { ReactNode } from "react";

/** The states of a component worth looking at; one test renders them all and runs axe on each. */
export type Examples = Readonly<Record<string, ReactNode>>;

import { NextResponse } from "next/server";

/** The bundler looks for this file in the folders above too, and would take the desk's own: this one does nothing. */
export function proxy() {
  return NextResponse.next();
}

export const config = { matcher: "/never-asked" };

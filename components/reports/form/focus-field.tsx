"use client";

import { useEffect } from "react";

/** Who reports one after the other types on at once. */
export function FocusField({ id }: { readonly id: string }) {
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return null;
}

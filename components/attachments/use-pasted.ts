import { useEffect, useRef } from "react";

/** Files that are pasted anywhere on the page. Text that is pasted goes where it always goes. Null: not for here. */
export function usePasted(give: ((files: FileList) => void) | null) {
  const latest = useRef(give);
  useEffect(() => {
    latest.current = give;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (files !== undefined && files.length > 0) latest.current?.(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}

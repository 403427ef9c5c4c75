import type { QrPicture } from "@/lib/identity/qr";

/** Dark on light in both themes, with the quiet edge that telephones need. */
export function QrCode({ picture: { size, path }, label }: { readonly picture: QrPicture; readonly label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded-lg border border-line"
    >
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

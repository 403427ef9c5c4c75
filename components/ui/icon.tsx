import type { Examples } from "./examples";

const paths = {
  check: "M4 10.5 8.2 15 16 5.5",
  warning: "M10 6v5m0 3v.01M10 2.2 18.4 17H1.6Z",
  information: "M10 9v5m0-8v.01M18 10a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z",
  "chevron-left": "M12.5 4 6.5 10l6 6",
  "chevron-right": "M7.5 4l6 6-6 6",
  "chevron-down": "M4 7.5l6 6 6-6",
  "arrow-up": "M10 16V4m-5 5 5-5 5 5",
  "arrow-down": "M10 4v12m-5-5 5 5 5-5",
  close: "M5 5l10 10M15 5 5 15",
  person: "M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 7.5c.6-3.3 3.4-5 7-5s6.4 1.7 7 5",
  phone:
    "M4 3h3l1.5 4L6.7 8.5a9 9 0 0 0 4.8 4.8l1.5-1.8 4 1.5v3a1.5 1.5 0 0 1-1.7 1.5C8.8 16.7 3.3 11.2 2.5 4.7A1.5 1.5 0 0 1 4 3Z",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7 4.2 4.2",
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word that says the same, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  );
}

export const examples: Examples = {
  check: <Icon name="check" />,
  warning: <Icon name="warning" size={24} />,
};

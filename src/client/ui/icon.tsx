import type { JSX } from "preact";

const paths = {
  letter: "M3 6.5h18v12H3zM3.5 7l8.5 6.5L20.5 7",
  sealed: "M3 6.5h18v12H3zM3.5 7l8.5 6 8.5-6M12 11.5a2.6 2.6 0 1 0 .01 0z",
  barred: "M3 6.5h18v12H3zM3.5 7l8.5 6.5L20.5 7M4 3l16 19",
  clock: "M12 3.5a8.5 8.5 0 1 0 .01 0zM12 7.5V12l3.2 2.4",
  key: "M8 11.5a3.5 3.5 0 1 0 .01 0zM10.5 12.7 20 4.5M16.5 7.6l2.6 2.6M14 9.8l1.8 1.9",
  check: "M4.5 12.5l5 5 10-11",
  warning: "M12 3.5 2.5 20.5h19zM12 9.5v5.2M12 17.4v.6",
  back: "M14.5 5.5 8 12l6.5 6.5",
  forward: "M9.5 5.5 16 12l-6.5 6.5",
  leave: "M13 4.5h6.5v15H13M4 12h10M10.5 8l4 4-4 4",
  sound: "M4 9.5v5h3.5l5 4.5V5l-5 4.5zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  silent: "M6.5 6.5h11v11h-11z",
  search: "M10.5 4a6.5 6.5 0 1 0 .01 0zM15.5 15.5 20.5 20.5",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside words that say the same; nothing is told by it alone. */
export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

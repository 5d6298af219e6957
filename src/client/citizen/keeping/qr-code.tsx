import type { JSX } from "preact";
import encodeQR from "qr";

/** White modules around the dark ones, without which scanners do not find them. */
const quietZone = 4;

/** The dark modules of a text's QR code as the path of an SVG, and how many modules each side has. */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quietZone });
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { path: path.join(""), side: rows.length };
}

/** Where dark modules stand beside one another: each begins at a place and has a length. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs[runs.length - 1];
    if (!isDark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}

/** A QR code, drawn here: no picture is fetched and none is made of text. Black on white in every colour scheme. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { path, side } = qrPath(text);
  return (
    <figure class="qr" aria-label={label}>
      <svg viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true" focusable="false">
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </figure>
  );
}

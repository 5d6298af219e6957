import { firstStyleHash } from "../../src/api/first-style.ts";

/**
 * One fixed set of headers per host, on every answer: pages, files, errors, the API. Nothing in it depends on the
 * request, so that no visitor can be told from another by what they were sent.
 */
export type Side = "citizen" | "officer";

const contentSecurityPolicy = (side: Side): string =>
  [
    "default-src 'none'",
    // libsodium is WebAssembly; nothing else is evaluated.
    "script-src 'self' 'wasm-unsafe-eval'",
    // The first page's own sheet stands in the page, and is the only one that may.
    side === "citizen" ? `style-src 'self' '${firstStyleHash}'` : "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    ...(side === "citizen"
      ? ["worker-src 'none'", "trusted-types 'none'"]
      : // The one policy lets the one worker be started that stretches the passphrase.
        ["worker-src 'self'", "trusted-types hop-thu-worker"]),
  ].join("; ");

const refusedFeatures = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "web-share",
  "window-management",
  "xr-spatial-tracking",
];

/** An officer may unlock with a passkey; nothing on the citizens' side knows anybody again. */
const passkeyFeatures = ["publickey-credentials-create", "publickey-credentials-get"];

const permissionsPolicy = (side: Side): string =>
  [
    ...refusedFeatures.map((feature) => `${feature}=()`),
    ...passkeyFeatures.map((feature) => `${feature}=${side === "officer" ? "(self)" : "()"}`),
  ].join(", ");

const common: Readonly<Record<string, string>> = {
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "integrity-policy": "blocked-destinations=(script)",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "x-content-type-options": "nosniff",
};

function fixedHeadersOf(side: Side): Readonly<Record<string, string>> {
  return {
    ...common,
    "content-security-policy": contentSecurityPolicy(side),
    "permissions-policy": permissionsPolicy(side),
  };
}

/** The two sets. */
export const fixedHeaders: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  citizen: fixedHeadersOf("citizen"),
  officer: fixedHeadersOf("officer"),
};

/** What a handler may say for itself; anything else it set is dropped. */
const ownHeaders = ["content-type", "cache-control", "etag", "retry-after", "allow", "link"];

/** The answer with the fixed set, and of its own headers only the listed ones. Not said otherwise: never stored. */
export function fixHeaders(response: Response, side: Side): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const name of ownHeaders) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const [name, value] of Object.entries(fixedHeaders[side])) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

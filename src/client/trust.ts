import type { Trust } from "../api/directory.schema.ts";

// Written into the bundle when it is built, out of the ceremony's public result. Nothing at run time can change
// whom this page believes.
declare const __TRUST__: Trust;
declare const __DEMO__: boolean;

/** The pinned roots, and the oldest directory that this build still accepts. */
export const trust: Trust = __TRUST__;

/** Whether this build has the guided tour in it. */
export const isDemoBuild: boolean = __DEMO__;

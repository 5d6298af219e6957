import type { Trust } from "../api/directory.schema.ts";

// Written into the bundle when it is built, out of the ceremony's public result. Nothing at run time can change
// whom this page believes.
declare const __TRUST__: Trust;
declare const __ROOT_GROUPS__: readonly string[];
declare const __DEMO__: boolean;

/** The pinned roots, and the oldest directory that this build still accepts. */
export const trust: Trust = __TRUST__;

/** Whether this build has the guided tour in it. */
export const isDemoBuild: boolean = __DEMO__;

/** The fingerprint of these roots as people compare it, reckoned at build time: no cryptography comes for it. */
export const rootGroups: readonly string[] = __ROOT_GROUPS__;

import { type LocalPlace, projectDirectory } from "../local/wrangler.ts";

/** Where the demonstration of this checkout lives. */
export const demoPlace: LocalPlace = {
  stateDirectory: `${projectDirectory}.state`,
  siteDirectory: `${projectDirectory}.build/site`,
  port: 8787,
};

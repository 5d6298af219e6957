import { rm } from "node:fs/promises";
import { projectDirectory } from "../local/wrangler.ts";

await rm(`${projectDirectory}.state`, { recursive: true, force: true });
console.log("The demonstration is gone. npm start makes a new one.");

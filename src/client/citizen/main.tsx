import "../older-browsers.ts";
import "../verified-import.ts";
import { hydrate, render } from "preact";
import { App } from "./app.tsx";
import { guardLeaving, leaveQuickly } from "./leave.ts";

const root = document.getElementById("app");
const transport = { origin: window.location.origin, fetch: window.fetch.bind(window) };
let isHeld = false;
/** By then the page works, even on a slow telephone. */
const untilIdle = 1500;

function wipe(): void {
  isHeld = false;
  if (root !== null) render(null, root);
  // Not `replaceChildren`: where it is missing the quick exit would stop here.
  document.body.textContent = "";
}

if (root !== null) {
  guardLeaving({ wipe, mayLeave: () => !isHeld });
  hydrate(
    <App
      transport={transport}
      onLeave={() => {
        leaveQuickly({ wipe });
      }}
      onHold={(wouldLose) => {
        isHeld = wouldLose;
      }}
    />,
    root,
  );
  // It would say by itself, after some seconds, that nothing has started (citizen.css).
  document.querySelector(".stalled")?.remove();
  // What was not laid out for the first paint's sake (citizen.css).
  setTimeout(() => {
    document.body.classList.remove("early");
  }, untilIdle);
}

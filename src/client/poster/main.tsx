import "../older-browsers.ts";
import "../verified-import.ts";
import { render } from "preact";
import { guardLeaving, leaveQuickly } from "../citizen/leave.ts";
import { PosterPage } from "./poster-page.tsx";

const root = document.getElementById("app");
const transport = { origin: window.location.origin, fetch: window.fetch.bind(window) };

function wipe(): void {
  if (root !== null) render(null, root);
  document.body.textContent = "";
}

if (root !== null) {
  guardLeaving({ wipe, mayLeave: () => true });
  render(
    <PosterPage
      transport={transport}
      onLeave={() => {
        leaveQuickly({ wipe });
      }}
    />,
    root,
  );
  document.querySelector(".stalled")?.remove();
}

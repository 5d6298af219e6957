import type { Words } from "../../i18n/officer/words.load.ts";
import type { OrderObstacle } from "../desk/obstacles.ts";

/** Why something may not be done now, and what to do instead. */
export function sayObstacle({ say }: Pick<Words, "say">, obstacle: OrderObstacle): string {
  switch (obstacle.by) {
    case "law":
      return say(`because.${obstacle.reason}`);
    case "sealed":
      return say(`because.sealed.${obstacle.reason}`);
    case "movement":
      return say(`because.movement.${obstacle.reason}`);
    case "reader":
      return say(`because.reader.${obstacle.reason}`);
    default:
      return obstacle satisfies never;
  }
}

/** Waits between two tries, and can be cut short. */
export type Patience = {
  readonly pause: (seconds: number) => Promise<void>;
  /** The person does not want to wait any longer. */
  readonly hurry: () => void;
};

/**
 * Waits so long, or until the device says that it is connected again. A little chance is added, so that those who
 * were turned away together do not come back together.
 */
export function createPatience(): Patience {
  let finish: () => void = () => undefined;
  const pause = async (seconds: number) => {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(
        () => {
          finish();
        },
        seconds * (1 + Math.random() * 0.3) * 1000,
      );
      finish = () => {
        clearTimeout(timer);
        window.removeEventListener("online", finish);
        resolve();
      };
      window.addEventListener("online", finish);
    });
  };
  return {
    pause,
    hurry: () => {
      finish();
    },
  };
}

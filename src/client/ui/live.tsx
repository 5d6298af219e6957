import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A place whose changes are read out when the person pauses. It stands there before it has anything to say. */
export function Live({
  look,
  children,
}: {
  readonly look?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={look} aria-live="polite" aria-atomic="true">
      {children}
    </div>
  );
}

const stillness = 1000;

/** Read out only when it has stood unchanged for a second: what changes with every key would be said over the typing. */
export function QuietLive({ text }: { readonly text: string }): JSX.Element {
  const [told, setTold] = useState("");
  useEffect(() => {
    const timer = setTimeout(setTold, stillness, text);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return <Live look="visually-hidden">{told}</Live>;
}

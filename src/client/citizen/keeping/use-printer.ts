import { useEffect, useState } from "preact/hooks";

/**
 * Of several papers in a page, which one the printer gets, and how to ask for one: the printer's window opens once
 * the page has it. Afterwards it is the usual one again, which the browser's own menu prints too.
 */
export function usePrinter<Kind extends string>(usual: Kind): [Kind, (kind: Kind) => void] {
  // An object of its own for each press: not every browser says when printing is over.
  const [asked, setAsked] = useState<{ readonly kind: Kind } | null>(null);
  useEffect(() => {
    if (asked === null) return undefined;
    const rest = () => {
      setAsked(null);
    };
    window.addEventListener("afterprint", rest, { once: true });
    window.print();
    return () => {
      window.removeEventListener("afterprint", rest);
    };
  }, [asked]);
  const print = (kind: Kind) => {
    setAsked({ kind });
  };
  return [asked?.kind ?? usual, print];
}

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type CatalogueWords, loadCatalogue } from "../../../i18n/catalogue/catalogue.ts";
import type { Language } from "../../../i18n/language.ts";

/** The catalogue's words: on their way, not to be had, or there. */
export type Catalogue =
  | { readonly kind: "loading" | "missing" }
  | { readonly kind: "ready"; readonly words: CatalogueWords };

/** Fetches the catalogue of a language. Those of the language before stay until the others have come. */
export function useCatalogue(language: Language): [Catalogue, () => void] {
  const [catalogue, setCatalogue] = useState<Catalogue>({ kind: "loading" });
  const wanted = useRef(language);
  const fetch = useCallback(() => {
    wanted.current = language;
    const settle = (kind: "loading" | "missing") => {
      setCatalogue((before) => (before.kind === "ready" ? before : { kind }));
    };
    settle("loading");
    const load = async () => {
      try {
        const words = await loadCatalogue(language);
        // An answer that comes late must not bring back a language that was left.
        if (wanted.current === language) setCatalogue({ kind: "ready", words });
      } catch {
        settle("missing");
      }
    };
    void load();
  }, [language]);
  useEffect(fetch, [fetch]);
  return [catalogue, fetch];
}

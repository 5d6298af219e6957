import type { JSX } from "preact";
import type { ManifestationCode } from "../../../domain/manifestations.ts";
import type { officialWordings } from "../../../i18n/catalogue/official.ts";
import { usePart } from "../part.ts";
import type { AllWords } from "../words.ts";

const loadOfficial = async (): Promise<typeof officialWordings> =>
  (await import("../../../i18n/catalogue/official.ts")).officialWordings;

/** The resolution's own words for what was chosen: party members know it by them. Fetched for them alone. */
export function OfficialWording({
  words: { say },
  code,
}: {
  readonly words: AllWords;
  readonly code: ManifestationCode;
}): JSX.Element | null {
  const [official] = usePart(loadOfficial, true);
  if (official.kind !== "ready") return null;
  const { text, verified } = official.value[code];
  return (
    <figure class="official">
      <figcaption class="basis">{say("manifestation.official")}</figcaption>
      {/* A wording is not translated. */}
      <blockquote lang="vi">{text}</blockquote>
      {!verified && <p class="basis">{say("manifestation.official.unverified")}</p>}
    </figure>
  );
}

import type { JSX } from "preact";
import type { Language } from "../../i18n/language.ts";
import { QrCode } from "../citizen/keeping/qr-code.tsx";
import { rootGroups } from "../trust.ts";
import { tells } from "./words.ts";

type Props = {
  readonly languages: readonly Language[];
  /** Name of the unit, so that the reader knows what to type; null: none is named. */
  readonly unit: string | null;
};

const slipsToASheet = 8;

/** The bare origin: the same for every unit, so that no scan tells which poster it was. */
function address(): string {
  return `${window.location.origin}/`;
}

/** One sheet for a wall. */
export function Poster({ languages, unit }: Props): JSX.Element {
  return (
    <article class={`poster poster-${languages.length}`}>
      {languages.map((language) => (
        <PosterWords key={language} language={language} unit={unit} />
      ))}
      <Finding languages={languages} />
      {languages.map((language) => (
        <PosterAdvice key={language} language={language} />
      ))}
    </article>
  );
}

function PosterWords({
  language,
  unit,
}: {
  readonly language: Language;
  readonly unit: string | null;
}): JSX.Element {
  const tell = tells[language];
  return (
    <section class="poster-words" lang={language}>
      <h3 class="poster-title">{tell("title")}</h3>
      <p>{tell("seal")}</p>
      <p>{tell("reads")}</p>
      <p>{tell("answer")}</p>
      {unit !== null && <p>{tell("unit", { unit })}</p>}
    </section>
  );
}

/** Address and numbers stand once, whatever the languages: they are the same in all. */
function Finding({ languages }: Pick<Props, "languages">): JSX.Element {
  const [first = "vi"] = languages;
  return (
    <div class="finding">
      <QrCode text={address()} label={tells[first]("address.label", { address: address() })} />
      <div>
        {languages.map((language) => (
          <p key={language} lang={language}>
            {tells[language]("address")}
          </p>
        ))}
        <p class="poster-address">{window.location.host}</p>
        {languages.map((language) => (
          <p key={language} lang={language}>
            {tells[language]("roots")}
          </p>
        ))}
        <p class="poster-roots">{rootGroups.join(" ")}</p>
      </div>
    </div>
  );
}

function PosterAdvice({ language }: { readonly language: Language }): JSX.Element {
  const tell = tells[language];
  return (
    <section class="poster-advice" lang={language}>
      <p class="poster-away">{tell("away")}</p>
      <p>{tell("roots.how")}</p>
      <p>
        <strong>{tell("paper.title")}</strong> {tell("paper.how")}
      </p>
    </section>
  );
}

/** A sheet to be cut into small slips, all the same. On the screen one of them is enough. */
export function Slips(props: Props): JSX.Element {
  return (
    <article class="slips">
      {Array.from({ length: slipsToASheet }, (_, index) => (
        <Slip key={index} {...props} isCopy={index > 0} />
      ))}
    </article>
  );
}

function Slip({ languages, unit, isCopy }: Props & { readonly isCopy: boolean }): JSX.Element {
  const [first = "vi"] = languages;
  return (
    <section class="cut" aria-hidden={isCopy ? "true" : undefined}>
      <QrCode text={address()} label={tells[first]("address.label", { address: address() })} />
      <div>
        {languages.map((language) => (
          <p key={language} class="cut-title" lang={language}>
            {tells[language]("title")}
          </p>
        ))}
        <p class="cut-address">{window.location.host}</p>
        {languages.map((language) => (
          <p key={language} lang={language}>
            {unit !== null && languages.length === 1 && `${tells[language]("unit", { unit })}. `}
            {tells[language]("away")}
          </p>
        ))}
        <p class="cut-roots">{rootGroups.join(" ")}</p>
      </div>
    </section>
  );
}

import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type CoveredTerm, type CoverKind, coverKinds } from "../../../domain/case/case.sealed.ts";
import { formatNumber } from "../../../i18n/format.ts";
import { privateInput } from "../../ui/field.tsx";
import { fieldId, type FieldProps } from "../act-props.ts";
import { Labelled } from "../labelled.tsx";
import { StrangersLine } from "../strangers-text.tsx";
import { useTools } from "../tools.ts";
import { useChange } from "../use-change.ts";
import { useFault } from "../use-fault.ts";
import { additionFrom, type AdditionRefusal } from "./addition.ts";
import { countCovers, coverText } from "../../../domain/cover.ts";
import { CoveredText } from "./covered-text.tsx";
import { type Suggestion, suggestCovers } from "./names.ts";
import { reportersWords } from "./reporters-words.ts";

/** Which words of the letter are covered: suggested, chosen by the officer, and shown at once in the letter below. */
export function CoverField(props: FieldProps): JSX.Element {
  const { say } = useTools().words;
  const { file, form } = props;
  const change = useChange(props);
  const fault = useFault(props);
  const text = reportersWords(file);
  const suggested = useSuggestions(props, text);
  const [added, setAdded] = useState<readonly CoveredTerm[]>([]);
  const covered = form.covered ?? [];
  useEffect(() => {
    if (form.covered !== null) return;
    const before = file.sealed.covered;
    change({
      covered: before.length > 0 ? before : suggested.filter(({ isLikely }) => isLikely).map(termOf),
    });
  }, [form.covered === null]);
  const listed = distinct([...suggested.map(termOf), ...file.sealed.covered, ...covered, ...added]);
  const times = useTimes(text, listed);
  const isCovered = ({ text: words }: CoveredTerm) => covered.some((each) => each.text === words);
  const add = (term: CoveredTerm) => {
    setAdded([...added, term]);
    change({ covered: distinct([...covered, term]) });
  };
  return (
    <>
      <p>{say("cover.lead")}</p>
      <p class="remark">{say("cover.not")}</p>
      <fieldset class={fault === undefined ? "field" : "field field-invalid"}>
        <legend class="field-label">{say("form.field.covered")}</legend>
        {fault !== undefined && <p class="field-error">{fault}</p>}
        {listed.length === 0 && <p class="remark">{say("cover.nothing")}</p>}
        <div class="covers">
          {listed.map((term, index) => (
            <TermChoice
              key={term.text}
              id={index === 0 ? fieldId("covered") : `${fieldId("covered")}-${index}`}
              term={term}
              times={times.get(term.text) ?? 0}
              isChosen={isCovered(term)}
              onChoose={(isChosen) => {
                // In the order of the list, which numbers the persons: who is taken out and put back stays who they were.
                change({ covered: listed.filter((each) => (each === term ? isChosen : isCovered(each))) });
              }}
            />
          ))}
        </div>
      </fieldset>
      <Addition text={text} onAdd={add} />
      <section class="cover-preview" aria-labelledby="cover-preview">
        <h3 id="cover-preview">{say("cover.preview")}</h3>
        <CoveredText pieces={coverText(text, covered)} />
      </section>
    </>
  );
}

const termOf = ({ text, as }: Suggestion): CoveredTerm => ({ text, as });

function distinct(terms: readonly CoveredTerm[]): readonly CoveredTerm[] {
  return [...new Map(terms.map((term) => [term.text, term])).values()];
}

function useSuggestions({ file }: FieldProps, text: string): readonly Suggestion[] {
  const language = file.letter?.body.language ?? "vi";
  return useMemo(() => suggestCovers(text, language), [text, language]);
}

/** How often each stands in the text: counted once, and not with every tick, for a letter may be long and a list too. */
function useTimes(text: string, terms: readonly CoveredTerm[]): ReadonlyMap<string, number> {
  const names = terms.map((term) => term.text).join("\n");
  return useMemo(() => new Map(terms.map((term) => [term.text, countCovers(text, term)])), [text, names]);
}

function TermChoice({
  id,
  term,
  times,
  isChosen,
  onChoose,
}: {
  readonly id: string;
  readonly term: CoveredTerm;
  readonly times: number;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}): JSX.Element {
  const { say, language } = useTools().words;
  return (
    <label class={isChosen ? "choice choice-chosen" : "choice"}>
      <input
        type="checkbox"
        id={id}
        checked={isChosen}
        onChange={(event) => {
          onChoose(event.currentTarget.checked);
        }}
      />
      <span class="choice-label">
        <StrangersLine text={term.text} />
      </span>
      <span class="choice-hint">
        {say(`cover.name.${term.as}`)} · {say("cover.times", { count: formatNumber(language, times) })}
      </span>
      {isChosen && times === 0 && <span class="choice-hint cover-absent">{say("cover.absent")}</span>}
    </label>
  );
}

/** Words that nobody suggested: typed, or taken from what is selected in the letter. */
function Addition({
  text,
  onAdd,
}: {
  readonly text: string;
  readonly onAdd: (term: CoveredTerm) => void;
}): JSX.Element {
  const { say } = useTools().words;
  const [words, setWords] = useState("");
  const [as, setAs] = useState<CoverKind>("person");
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<AdditionRefusal | null>(null);
  const add = (typed: string) => {
    const addition = additionFrom(typed, as, text);
    setRefused(addition.kind === "refused" ? addition.because : null);
    if (addition.kind === "refused") {
      input.current?.focus();
      return;
    }
    onAdd(addition.term);
    setWords("");
  };
  const fault = refused === null ? undefined : say(`cover.refused.${refused}`);
  return (
    <div class="cover-add">
      <Labelled id="cover-words" label={say("cover.add")} fault={fault}>
        <input
          class="field-input"
          id="cover-words"
          ref={input}
          value={words}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : "cover-words-fault"}
          {...privateInput}
          onInput={(event) => {
            setRefused(null);
            setWords(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            // Enter in here adds; it must not send the form.
            if (event.key !== "Enter") return;
            event.preventDefault();
            add(words);
          }}
        />
      </Labelled>
      <Labelled id="cover-kind" label={say("cover.kind")} fault={undefined}>
        <select
          class="select"
          id="cover-kind"
          value={as}
          onChange={(event) => {
            setAs(coverKinds.find((each) => each === event.currentTarget.value) ?? "other");
          }}
        >
          {coverKinds.map((each) => (
            <option key={each} value={each}>
              {say(`cover.name.${each}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <button
        type="button"
        class="button button-secondary"
        onClick={() => {
          add(words);
        }}
      >
        {say("cover.add-button")}
      </button>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          add(document.getSelection()?.toString() ?? "");
        }}
      >
        {say("cover.add-selected")}
      </button>
    </div>
  );
}

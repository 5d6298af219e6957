import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Unit } from "../../domain/organisation.ts";
import type { Language } from "../../i18n/language.ts";
import { Frame } from "../citizen/frame.tsx";
import { usePrinter } from "../citizen/keeping/use-printer.ts";
import { type Directory, type Loaded, loadDirectory } from "../citizen/letter/directory.ts";
import { loadWords, vietnamese, type Words } from "../citizen/words.ts";
import type { Transport } from "../transport.ts";
import { isDemoBuild } from "../trust.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Poster, Slips } from "./sheets.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { nameOf, type PaperLanguages, paperLanguages, tells } from "./words.ts";

const choices = (Object.keys(paperLanguages) as PaperLanguages[]).map((value) => ({
  value,
  label: nameOf(value),
  labelLanguage: paperLanguages[value][0],
}));

/** Posters and slips for a unit, printed by whoever wants to. Nothing about the choice leaves the page. */
export function PosterPage({
  transport,
  onLeave,
}: {
  readonly transport: Transport;
  readonly onLeave: () => void;
}): JSX.Element {
  const [words, chooseLanguage] = useWords();
  const directory = useDirectory(transport);
  const [unit, setUnit] = useState<Unit | null>(null);
  const [written, setWritten] = useState<PaperLanguages>("vi");
  const [kind, print] = usePrinter<"poster" | "slips">("poster");
  const tell = tells[words.language];
  const paper = { languages: paperLanguages[written], unit: unit?.name ?? null };
  const isSimulated =
    isDemoBuild || (directory.kind === "ready" && directory.value.payload.organisation.notice !== null);
  return (
    <Frame
      words={words}
      demonstration={isSimulated ? { hasTour: false } : null}
      onLeave={onLeave}
      onLanguage={chooseLanguage}
    >
      <div class="posters">
        <h1 tabIndex={-1}>{tell("page.title")}</h1>
        <p class="lead">{tell("page.lead")}</p>
        <Notice tone="warn">{tell("page.careful")}</Notice>
        <UnitChoice {...{ words, tell, directory, unit }} onChoose={setUnit} />
        <RadioGroup
          id="written"
          legend={tell("page.languages")}
          choices={choices}
          chosen={written}
          onChoose={setWritten}
        />
        <div class="ways">
          <Button
            kind="primary"
            onPress={() => {
              print("poster");
            }}
          >
            {tell("page.poster")}
          </Button>
          <Button
            onPress={() => {
              print("slips");
            }}
          >
            {tell("page.slips")}
          </Button>
        </div>
        <p>
          <a class="back" href="/">
            {tell("page.home")}
          </a>
        </p>
        <h2>{tell("page.preview")}</h2>
      </div>
      <div class={`prints prints-${kind}`}>
        <Poster {...paper} />
        <Slips {...paper} />
      </div>
    </Frame>
  );
}

function useWords(): [Words, (language: Language) => void] {
  const [words, setWords] = useState(vietnamese);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  const choose = (language: Language) => {
    loadWords(language).then(setWords, () => undefined);
  };
  return [words, choose];
}

function useDirectory(transport: Transport): Loaded<Directory> {
  const [directory, setDirectory] = useState<Loaded<Directory>>({ kind: "loading" });
  useEffect(() => {
    const load = async () => {
      const value = await loadDirectory(transport);
      setDirectory(value === undefined ? { kind: "missing" } : { kind: "ready", value });
    };
    void load();
  }, [transport]);
  return directory;
}

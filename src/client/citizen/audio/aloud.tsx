import type { JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { allWords } from "../words.all.ts";
import type { Words } from "../words.ts";
import { listSpoken } from "./spoken.ts";
import { useLocalVoices, voiceFor } from "./voices.ts";

/** Reads the question out, where the device itself has a voice of the page's language; nothing where it has none. */
export function Aloud({ words }: { readonly words: Words }): JSX.Element | null {
  const { say, language } = allWords(words);
  const voices = useLocalVoices();
  const [isReading, read, stop] = useReading(voices, language);
  if (voiceFor(voices, language) === undefined) return null;
  return (
    <div class="aloud">
      <button type="button" class="link" aria-describedby="aloud-hint" onClick={isReading ? stop : read}>
        <Icon name={isReading ? "silent" : "sound"} size={22} />
        {say(isReading ? "aloud.stop" : "aloud.listen")}
      </button>
      <span class="aloud-hint" id="aloud-hint">
        {say("aloud.hint")}
      </span>
    </div>
  );
}

/** Whether the page is being read out, how to begin, how to stop. Leaving the page or its language stops it. */
function useReading(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): [boolean, () => void, () => void] {
  const [isReading, setReading] = useState(false);
  // Some engines forget an utterance that nobody holds, and its end is never told.
  const held = useRef<readonly SpeechSynthesisUtterance[]>([]);
  const stop = useCallback(() => {
    if (held.current.length === 0) return;
    held.current = [];
    window.speechSynthesis.cancel();
    setReading(false);
  }, []);
  useEffect(() => stop, [stop, language]);
  useEffect(() => {
    if (!isReading) return undefined;
    // Whoever presses anything else has gone on: the words in the air would belong to another page.
    const onPress = ({ target }: Event) => {
      const pressed = target instanceof Element ? target.closest("button, summary") : null;
      if (pressed !== null && pressed.closest(".aloud") === null) stop();
    };
    document.addEventListener("click", onPress, true);
    return () => {
      document.removeEventListener("click", onPress, true);
    };
  }, [isReading, stop]);
  const read = () => {
    const mine = utterancesFor(voices, language);
    if (mine.length === 0) return;
    held.current = mine;
    // What was stopped tells its end late, when another reading may have begun.
    const settle = () => {
      if (held.current === mine) stop();
    };
    mine.forEach((utterance, index) => {
      utterance.addEventListener("error", settle);
      if (index === mine.length - 1) utterance.addEventListener("end", settle);
      window.speechSynthesis.speak(utterance);
    });
    setReading(true);
  };
  return [isReading, read, stop];
}

function utterancesFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): readonly SpeechSynthesisUtterance[] {
  const page = document.getElementById("main");
  if (page === null) return [];
  const own = voiceFor(voices, language);
  return listSpoken(page).flatMap((piece) => {
    const voice = voiceFor(voices, piece.language) ?? own;
    if (voice === undefined) return [];
    const utterance = new SpeechSynthesisUtterance(piece.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    return [utterance];
  });
}

import { useEffect, useState } from "preact/hooks";

/**
 * The voices of this very device. DANGER: a voice without `localService` is a service of its maker, to which the
 * browser sends whatever is read out, and with it the news that somebody is here, writing. Such a voice is none.
 */
export function listLocalVoices(): readonly SpeechSynthesisVoice[] {
  if (!("speechSynthesis" in window)) return [];
  return window.speechSynthesis.getVoices().filter(({ localService }) => localService);
}

/** The first voice of a language; Android writes `vi_VN` where others write `vi-VN`. */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | undefined {
  return voices.find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
}

/** The device's voices, which many browsers learn of only after the page is there. */
export function useLocalVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState(listLocalVoices);
  useEffect(() => {
    if (!("speechSynthesis" in window)) return undefined;
    const learn = () => {
      setVoices(listLocalVoices());
    };
    // A property and no listener: in older Safari the synthesis is no target of events.
    window.speechSynthesis.onvoiceschanged = learn;
    learn();
    return () => {
      window.speechSynthesis.onvoiceschanged = null;
    };
  }, []);
  return voices;
}

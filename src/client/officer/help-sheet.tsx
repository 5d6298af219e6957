import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useTools } from "./tools.ts";

const shortcuts = [
  { does: "next", keys: ["↓"], single: "j" },
  { does: "previous", keys: ["↑"], single: "k" },
  { does: "open", keys: ["Enter"], single: null },
  { does: "select", keys: [], single: "x" },
  { does: "extend", keys: ["Shift + ↓", "Shift + ↑"], single: null },
  { does: "read", keys: [], single: "u" },
  { does: "search", keys: [], single: "/" },
  { does: "go", keys: [], single: "g 1" },
  { does: "back", keys: ["Esc"], single: null },
  { does: "send", keys: ["Ctrl + Enter"], single: null },
  { does: "help", keys: [], single: "?" },
] as const;

/** The keys. Those of a single character can be switched off: speech input and stray fingers press them too. */
export function HelpSheet({
  isShown,
  singleKeys,
}: {
  readonly isShown: boolean;
  readonly singleKeys: boolean;
}): JSX.Element {
  const { words, dispatch, conductor } = useTools();
  const { say } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isShown]);
  return (
    <dialog
      class="help-sheet"
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => {
        dispatch({ type: "help-shown", shown: false });
      }}
    >
      <h2 id="help-title">{say("help.title")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("help.key")}</th>
            <th scope="col">{say("help.does")}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ does, keys, single }) => (
            <tr key={does}>
              <td>
                <Keys keys={single === null || !singleKeys ? keys : [...keys, single]} />
              </td>
              <td>{say(`help.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="switch">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            dispatch({ type: "single-keys-set", on });
            conductor.changeBook({ kind: "preferred", preferences: { singleKeys: on } });
          }}
        />
        {say("help.single")}
      </label>
      <button
        type="button"
        class="button button-primary"
        onClick={() => {
          dispatch({ type: "help-shown", shown: false });
        }}
      >
        {say("help.close")}
      </button>
    </dialog>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }): JSX.Element {
  const { say } = useTools().words;
  return (
    <>
      {keys.length === 0 && "–"}
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && <> {say("help.or")} </>}
          <kbd>{key}</kbd>
        </span>
      ))}
    </>
  );
}

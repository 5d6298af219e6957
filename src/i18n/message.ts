/** Names of the places in a sentence that are filled in: `"Gửi {committee}"` has the place `committee`. */
export type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** A sentence in which all these places occur, in whatever order its language wants them. */
type Holding<Name extends string> = (
  Name extends string ? (text: `${string}{${Name}}${string}`) => void : never
) extends (text: infer Text) => void
  ? Text
  : never;

/** The sentences of a source dictionary in another language: no key may be missing, and no place in a sentence. */
export type Translation<Source extends Record<string, string>> = {
  readonly [Key in keyof Source]: [Placeholder<Source[Key]>] extends [never]
    ? string
    : Holding<Placeholder<Source[Key]>>;
};

type Values<Text extends string> = [Placeholder<Text>] extends [never]
  ? readonly []
  : readonly [Readonly<Record<Placeholder<Text>, string>>];

/** Says the sentence of a key, its places filled in. */
export type Say<Source extends Record<string, string>> = <Key extends keyof Source>(
  key: Key,
  ...values: Values<Source[Key]>
) => string;

/** The sayer of one dictionary. A place for which there is no value stays as it is, so that a fault is seen. */
export function createSay<Source extends Record<string, string>>(
  messages: Translation<Source> & Readonly<Record<keyof Source, string>>,
): Say<Source> {
  return (key, ...values) => fill(messages[key], values[0]);
}

function fill(text: string, values: Readonly<Record<string, string>> | undefined): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values?.[name] ?? place);
}

// The WHATWG Encoding interface is in every runtime this code meets (browsers, workerd, Node), while the
// pure folders compile without DOM and Node types: only these two constructors are let in.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label: "utf-8", options: { readonly fatal: true; readonly ignoreBOM: true });
  decode(bytes: Uint8Array): string;
}

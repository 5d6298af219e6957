declare const brand: unique symbol;

/**
 * A string that was checked once, at an edge, and is trusted from there on: `Brand<'UnitId'>` is a string
 * to the machine and a type of its own to the compiler. Only parsers and codecs make one.
 */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

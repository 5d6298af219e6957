import {
  type Bytes,
  concat,
  fromUtf8,
  padZero,
  readUint16,
  requireZero,
  slice,
  toUtf8,
  uint16,
} from "../envelope/bytes.ts";
import { FormatError } from "../envelope/format-error.ts";
import { labels } from "../envelope/labels.ts";
import { aeadNonceBytes, aeadTagBytes, searchEntryBytes } from "../envelope/sizes.ts";
import { deflate, inflate } from "./deflate.ts";
import type { IndexPlace } from "./index-entry.ts";
import { derive, labelled } from "./labelled.ts";
import { aeadOpen, aeadSeal, randomBytes, wipe } from "./sodium.ts";
import { fromWordList, toWordList } from "./word-list.ts";

/** The words of an opened case, folded (`searchWordsOf`). Written by whoever opens the letter or acts. */
export type SearchEntry = {
  readonly words: readonly string[];
  /** There were more than fit: those of the end are missing. */
  readonly cut: boolean;
};

const plaintextBytes = searchEntryBytes - aeadNonceBytes - aeadTagBytes;
/** Version, mark, length; then the deflated list. */
const headBytes = 4;
const roomBytes = plaintextBytes - headBytes;
const version = 1;

/** What deflates best still has to be read again: more than this no entry holds. */
const listBytes = 65_536;

/** Seals the words of a case, the first as many as fit. Always `searchEntryBytes` long. */
export function sealSearchEntry(words: readonly string[], place: IndexPlace, indexKey: Uint8Array): Bytes {
  const key = searchKeyOf(indexKey);
  try {
    const { count, deflated } = fitting(words);
    const head = concat(new Uint8Array([version, count < words.length ? 1 : 0]), uint16(deflated.length));
    const nonce = randomBytes(aeadNonceBytes);
    const plaintext = padZero(concat(head, deflated), plaintextBytes);
    return concat(nonce, aeadSeal(plaintext, context(place), nonce, key));
  } finally {
    wipe(key);
  }
}

/** The most words, from the first on, that go in. */
function fitting(words: readonly string[]): { readonly count: number; readonly deflated: Bytes } {
  let fits = { count: 0, deflated: deflate(new Uint8Array()) };
  // Nearly always all of them go in at the first attempt.
  for (let low = 0, high = words.length, count = high; low < high; count = Math.ceil((low + high) / 2)) {
    const deflated = deflatedIfSmall(words.slice(0, count));
    if (deflated === undefined) high = count - 1;
    else {
      fits = { count, deflated };
      low = count;
    }
  }
  return fits;
}

function deflatedIfSmall(words: readonly string[]): Bytes | undefined {
  const list = toUtf8(toWordList(words));
  if (list.length > listBytes) return undefined;
  const deflated = deflate(list);
  return deflated.length <= roomBytes ? deflated : undefined;
}

/**
 * Undefined: altered, moved, or of another key; it is then written anew when the case is next opened. Throws FormatError on
 * what a holder of the key sealed wrong. The words come back in alphabetical order.
 */
export function openSearchEntry(
  sealed: Uint8Array,
  place: IndexPlace,
  searchKey: Uint8Array,
): SearchEntry | undefined {
  if (sealed.length !== searchEntryBytes) return undefined;
  const nonce = sealed.subarray(0, aeadNonceBytes);
  const plaintext = aeadOpen(sealed.subarray(aeadNonceBytes), context(place), nonce, searchKey);
  if (plaintext === undefined) return undefined;
  const [found, mark] = plaintext;
  if (found !== version || mark === undefined || mark > 1) throw new FormatError("search entry: head");
  const end = headBytes + readUint16(plaintext, 2);
  requireZero(plaintext.subarray(end));
  const list = inflate(slice(plaintext, headBytes, end), listBytes);
  return { words: fromWordList(fromUtf8(list)), cut: mark === 1 };
}

/** With which a committee's search entries are sealed; it opens nothing else. Follows from the index key. */
export function searchKeyOf(indexKey: Uint8Array): Bytes {
  return derive(indexKey, 32, labels.searchKey);
}

function context(place: IndexPlace): Bytes {
  return labelled(labels.searchEntry, toUtf8(`${place.committee}/${place.case}`));
}

// What the pages use and browsers at the lower end of the build's targets (Chrome 85, Firefox 79, Safari 14) do not
// have. The build rewrites syntax for them, never functions. test/e2e/device.test.ts takes away whatever is newer and
// walks the whole way; it also refuses a newer function that is not given here.

type Search = (value: unknown, index: number, list: readonly unknown[]) => boolean;

function lastIndexOf(list: readonly unknown[], matches: Search): number {
  for (let index = list.length - 1; index >= 0; index--) if (matches(list[index], index, list)) return index;
  return -1;
}

const missing: Readonly<Record<string, (this: readonly unknown[], argument: never) => unknown>> = {
  at(index: number) {
    return this[index < 0 ? this.length + index : index];
  },
  findLast(matches: Search) {
    return this[lastIndexOf(this, matches)];
  },
  findLastIndex(matches: Search) {
    return lastIndexOf(this, matches);
  },
  toSorted(compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  },
};

for (const [name, value] of Object.entries(missing))
  if (!(name in Array.prototype))
    // oxlint-disable-next-line no-extend-native -- this is what the file is for: the standard's own functions
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });

Object.hasOwn ??= (object, key) => Object.prototype.hasOwnProperty.call(object, key);

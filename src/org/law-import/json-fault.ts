/** Strings, brackets and marks, and whatever else stands between them. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:]+/g;

/** What may come next. `first`: of a list or object, where it may also end. */
type Awaited = "value" | "first-value" | "name" | "first-name" | "colon" | "comma" | "nothing";

/** The position at which a text stops being JSON; its end, where it ends too early. The engine does not always say. */
export function findJsonFault(text: string): number {
  const open: ("{" | "[")[] = [];
  let awaited: Awaited = "value";
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const inner = open.at(-1);
    const after: Awaited = open.length === 0 ? "nothing" : "comma";
    if (token === "}" || token === "]") {
      const opening = token === "}" ? "{" : "[";
      const isFirst = awaited === (token === "}" ? "first-name" : "first-value");
      if (inner !== opening || !(isFirst || awaited === "comma")) return index;
      open.pop();
      awaited = open.length === 0 ? "nothing" : "comma";
    } else if (token === "," || token === ":") {
      if (awaited !== (token === "," ? "comma" : "colon")) return index;
      awaited = token === "," && inner === "{" ? "name" : "value";
    } else if (awaited === "name" || awaited === "first-name") {
      if (!token.startsWith('"') || !isScalar(token)) return index;
      awaited = "colon";
    } else if (awaited === "value" || awaited === "first-value") {
      if (token === "{" || token === "[") {
        open.push(token);
        awaited = token === "{" ? "first-name" : "first-value";
      } else if (!isScalar(token)) return index;
      else awaited = after;
    } else return index;
  }
  return text.length;
}

function isScalar(token: string): boolean {
  try {
    JSON.parse(token);
    return true;
  } catch {
    return false;
  }
}

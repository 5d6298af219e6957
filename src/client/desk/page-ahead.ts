import type { ListBytes } from "./case-list.ts";
import { type Desk, deskRequest } from "./session.ts";
import type { Failure } from "../transport.ts";

/** A page that begins to come: where the next one begins is told before its bytes are here. */
type Page =
  | { readonly kind: "page"; readonly next: string | null; readonly bytes: Promise<ListBytes> }
  | Failure;

/**
 * Fetches pages, each by what it comes after (null: the first), with the next one already on its way while one comes and is
 * read: the line never rests. What the server says of the next is a hint; whoever reads the pages asks for what follows.
 * `untilFree`: before each page; the line may be wanted for something else.
 */
export function pagesAhead(
  desk: Desk,
  pathAfter: (after: string | null) => string,
  untilFree: () => Promise<void> = async () => undefined,
): (after: string | null) => Promise<ListBytes> {
  let ahead: { readonly after: string; readonly page: Promise<Page> } | null = null;
  const begin = async (after: string | null) => {
    await untilFree();
    return await beginPage(desk, pathAfter(after));
  };
  return async (after) => {
    const known = ahead;
    ahead = null;
    const page = await (known !== null && known.after === after ? known.page : begin(after));
    if (page.kind !== "page") return page;
    if (page.next !== null) ahead = { after: page.next, page: begin(page.next) };
    return await page.bytes;
  };
}

async function beginPage(desk: Desk, path: string): Promise<Page> {
  const answer = await deskRequest(desk, path);
  if (answer.kind !== "answer") return answer;
  const { response } = answer;
  return { kind: "page", next: nextOf(response.headers.get("link")), bytes: bytesOf(response) };
}

async function bytesOf(response: Response): Promise<ListBytes> {
  try {
    return { kind: "bytes", bytes: await response.arrayBuffer() };
  } catch {
    return { kind: "unreachable" };
  }
}

/** RFC 8288, as our server writes it. */
const nextPage = /^<\?after=([\w-]+)>; rel="next"$/;

function nextOf(link: string | null): string | null {
  return nextPage.exec(link ?? "")?.[1] ?? null;
}

import type { ListBytes } from "./case-list.ts";
import { type Desk, deskRequest } from "./session.ts";
import type { Failure } from "../transport.ts";

/** A page that begins to come: where the next one begins is told before its bytes are here. */
type Page =
  | { readonly kind: "page"; readonly next: string | null; readonly bytes: Promise<ListBytes> }
  | Failure;

/** How the line is shared: pages that may be on their way beside the one that is read, and when another may begin. */
export type PagesAhead = {
  readonly ahead: number;
  /** Before each page; the line may be wanted for something else. */
  readonly untilFree: () => Promise<void>;
};

/**
 * Fetches pages, each by what it comes after (null: the first), with the next ones already on their way while one comes and
 * is read: the line never rests. What the server says of the next is a hint; whoever reads the pages asks for what follows.
 */
export function pagesAhead(
  desk: Desk,
  pathAfter: (after: string | null) => string,
  { ahead, untilFree }: PagesAhead,
): (after: string | null) => Promise<ListBytes> {
  let coming: readonly { readonly after: string | null; readonly page: Promise<Page> }[] = [];
  const begin = (after: string | null) => {
    const page = untilFree().then(async () => await beginPage(desk, pathAfter(after)));
    coming = [...coming, { after, page }];
    void page.then(goOn);
  };
  /** Begins the page after the last one that comes, once that one has named it and there is room for another. */
  const goOn = async () => {
    const last = coming.at(-1);
    if (last === undefined || coming.length > ahead) return;
    const page = await last.page;
    if (page.kind === "page" && page.next !== null && last === coming.at(-1)) begin(page.next);
  };
  return async (after) => {
    if (coming[0]?.after !== after) coming = [];
    if (coming.length === 0) begin(after);
    const page = await coming[0]?.page;
    if (page === undefined) return { kind: "unreachable" };
    const bytes = page.kind === "page" ? await page.bytes : page;
    coming = coming.slice(1);
    void goOn();
    return bytes;
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

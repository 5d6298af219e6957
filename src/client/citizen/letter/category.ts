import type { LetterCategory } from "../../../crypto/letter.schema.ts";
import { catalogueVersion, groupOf, knownCode, listTopics, topics } from "../../../domain/manifestations.ts";
import { getCommittee, type OrgTree } from "../../../domain/org-tree.ts";
import type { BasisGroup } from "../../../domain/policy.ts";
import type { Route } from "../../../domain/routing.ts";
import type { Draft } from "../journey.ts";

/** Whether the committee that receives the letter asks about opinions too; never without a route. */
export function asksGroupC(tree: OrgTree, route: Route | undefined): boolean {
  return route?.kind === "routed" && getCommittee(tree, route.receiver)?.asksGroupC === true;
}

/** What is sealed of the plain questions. An answer that this route does not ask for is left out. */
export function categoryOf(
  { topic, manifestation }: Pick<Draft, "topic" | "manifestation">,
  asksGroupC: boolean,
): LetterCategory | null {
  if (topic === null || topic === "unsure") return null;
  if (topic === "other") return { catalogue: catalogueVersion, topic, code: null };
  if (!listTopics(asksGroupC).includes(topic)) return null;
  const [only, ...more] = topics[topic];
  const chosen = manifestation === "none" ? null : manifestation;
  return { catalogue: catalogueVersion, topic, code: more.length === 0 ? only : chosen };
}

/** The group by which a limit has its weight: what the writer chose, as far as it can be told. */
export function basisGroupOf(category: LetterCategory | null): BasisGroup | "unknown" {
  if (category?.topic === "other") return "other";
  const code = category === null ? null : knownCode(category);
  return code === null ? "unknown" : groupOf(code);
}

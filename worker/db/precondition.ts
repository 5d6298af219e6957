import type { Compilable, Expression, ExpressionBuilder, SqlBool } from "kysely";
import { query } from "./query.ts";
import type { Schema } from "./schema.ts";

/** Fails the whole batch (the key `preconditions.unmet` is taken) unless something is as it was when the batch was made. */
export function unmetUnless(
  condition: (row: ExpressionBuilder<Schema, never>) => Expression<SqlBool>,
): Compilable {
  const unmet = query
    .selectNoFrom((row) => row.val<"unmet">("unmet").as("unmet"))
    .where((row) => row.not(condition(row)));
  return query.insertInto("preconditions").columns(["unmet"]).expression(unmet);
}

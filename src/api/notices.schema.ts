import * as v from "valibot";
import { committeeIdSchema, digestSchema } from "../envelope/schemas.ts";

/** Why a notice did not arrive. */
export const deliveryFaults = [
  "not-configured",
  "unreachable",
  "insecure",
  "login-refused",
  "refused",
  "timed-out",
  "broken-off",
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** What became of an attempt to send a notice. */
export const noticeOutcomes = ["sent", ...deliveryFaults] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

/** An address of mail as a server takes it without quoting: nothing in it can end a line or a command. */
export const mailAddressSchema = v.pipe(
  v.string(),
  v.maxLength(254),
  v.regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z0-9-]{1,63}$/),
);

/** Where a webhook is posted: over TLS, or on the machine itself. No name and no password in it, no fragment. */
export const webhookUrlSchema = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(
    /^(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?\/[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/,
  ),
);

/** Somebody who gets the daily notice. */
export const noticeRecipientSchema = v.intersect([
  v.object({ id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)), committee: committeeIdSchema }),
  v.variant("kind", [
    v.object({ kind: v.literal("mail"), address: mailAddressSchema, secret: v.null() }),
    v.object({ kind: v.literal("webhook"), address: webhookUrlSchema, secret: digestSchema }),
  ]),
]);
export type NoticeRecipient = v.InferOutput<typeof noticeRecipientSchema>;

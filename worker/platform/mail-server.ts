/** Which mail server, and how. `none` is for a server on the same machine alone. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly login: { readonly user: string; readonly password: string } | null;
  /** By what name we greet it: our side of the sender's address. */
  readonly greeting: string;
};

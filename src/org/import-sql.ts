import type { OfficerAccount } from "./officer-accounts.ts";

/** SQL that fills `officers` and `memberships`; the ceremony's only way into the database (worker/db/README.md). */
export function officerImportSql(accounts: readonly OfficerAccount[]): string {
  return `${accounts.flatMap(accountStatements).join("\n")}\n`;
}

function accountStatements({ officer, ...account }: OfficerAccount): readonly string[] {
  const row = [
    officer.id,
    officer.loginName,
    officer.title,
    account.loginKey,
    account.signKey,
    account.kemKey,
    account.wrappedSeed,
    officer.person,
  ];
  return [
    insert("officers", "id,login_name,title,login_key,sign_key,kem_key,wrapped_seed,person", row),
    ...account.memberships.map(({ committee, key, wrap }) =>
      insert("memberships", "officer,committee,key,wrap", [officer.id, committee, key, wrap]),
    ),
  ];
}

function insert(table: string, columns: string, values: readonly string[]): string {
  const quoted = values.map((value) => `'${value.replaceAll("'", "''")}'`);
  return `INSERT INTO ${table} (${columns}) VALUES (${quoted.join(",")});`;
}

declare namespace Cloudflare {
  interface Env {
    readonly DB: D1Database;
    readonly ASSETS: Fetcher;
    readonly SECRET: string;
    readonly FIXTURE: string;
    readonly MIGRATIONS: string;
  }
  interface GlobalProps {
    mainModule: { readonly default: ExportedHandler };
  }
}

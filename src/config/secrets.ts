/**
 * Secrets, kept apart from the configuration so that nothing that prints configuration can print them.
 *
 * @module
 */

export interface Secrets {
  /** Names the role the application connects as, or an owner; absent: the embedded database. */
  readonly databaseUrl: string | null
  /** Names the owner that migrates, when `databaseUrl` names the application's own role. */
  readonly databaseAdminUrl: string | null
  readonly modelApiKey: string | null
  /** Ed25519 JWK, or a set of them, that signs receipts and anchors; absent: one is kept in the data folder. */
  readonly signingKey?: string | null
  /** Seals webhook secrets in the database; absent: they are kept as they are. */
  readonly webhookKey?: string | null
}

/** Reads what must never be logged. An empty variable counts as absent. */
export function readSecrets(env: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    databaseUrl: env.DATABASE_URL || null,
    databaseAdminUrl: env.DATABASE_ADMIN_URL || null,
    modelApiKey: env.PARLEY_MODEL_API_KEY || null,
    signingKey: env.PARLEY_SIGNING_KEY || null,
    webhookKey: env.PARLEY_WEBHOOK_KEY || null,
  }
}

/**
 * What operators and customers look at beside the work itself: audit, figures, exports, imports, health.
 *
 * @module
 */

export interface AuditEntry {
  readonly seq: number
  readonly customerId: string | null
  /** A person, a program or `agent`. */
  readonly actor: string
  readonly action: string
  /** Id of what was acted on. */
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly at: string
}

export interface AuditTrail {
  add(entry: Omit<AuditEntry, 'seq' | 'at'>): Promise<void>
  /** Newest last. */
  list(filter: {
    readonly customerId?: string
    readonly threadId?: string
    readonly afterSeq?: number
    readonly limit: number
  }): Promise<readonly AuditEntry[]>
}

/** Counts by name (`approvals.pending`), read from the tables. */
export interface Figures {
  counts(): Promise<Readonly<Record<string, number>>>
}

export interface Personal {
  /** Everything on record about a customer, as JSON by table. */
  exportOf(customerId: string): Promise<Readonly<Record<string, unknown>>>
  /** Erases personal records for good. The gate's tables keep what was approved and done. */
  erase(customerId: string): Promise<void>
}

/** Takes an import file that was parsed as JSON and answers with its report. @throws InvalidInput with every fault */
export interface Importer {
  importFile(file: unknown): Promise<Readonly<Record<string, unknown>>>
}

export interface Health {
  /** Each thing we cannot work without, by name. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>
}

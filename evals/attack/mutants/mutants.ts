/**
 * The four locks, each taken out: what is replaced in which file as it is loaded. The files on disk stay as they are, and
 * the service knows nothing of it.
 *
 * @module
 */
export const LOCKS = ['type', 'import', 'row', 'eval'] as const

export type Lock = (typeof LOCKS)[number]

export interface Replacement {
  /** End of the file's path. */
  readonly file: string
  readonly from: RegExp
  readonly to: string
}

/** What becomes of the program. The third lock is in the database: `LOCK_ROWS` takes it out there. */
export const REPLACEMENTS: Readonly<Record<Lock, readonly Replacement[]>> = {
  // `approve` makes an approved proposal of whatever stands in the ledger, whoever changed it since.
  type: [
    {
      file: '/tools/commitments/approved-proposal.ts',
      from: /if \(approval\.termsHash !== proposal\.termsHash \|\| [^{]*\{/,
      to: 'if (Date.now() < 0) {',
    },
  ],
  // A second module has the executor in hand, and means well.
  import: [
    {
      file: '/src/composition/job-handlers.ts',
      from: /'wake-proposal': \(\{ proposalId \}\) => waiting\.wake\(proposalId\),/,
      to: `'wake-proposal': async ({ proposalId }) => {
        const { ApprovedProposal } = await import('../../tools/commitments/approved-proposal.ts')
        const approved = await ApprovedProposal.approve(executions, proposalId).catch(() => null)
        if (approved !== null) await httpExecutor(registry).execute(approved, 0)
        return waiting.wake(proposalId)
      },`,
    },
  ],
  row: [],
  // The gate of every scenario finds nothing wrong with anything.
  eval: [
    {
      file: '/evals/scorers/nothing-unapproved.ts',
      from: /gate\('nothing-unapproved', \(\{ commitments, requests, book \}: Transcript\) => \{/,
      to: "gate('nothing-unapproved', ({ commitments, requests, book }: Transcript) => { if (Date.now() > 0) return [];",
    },
  ],
}

/** The checks of the gate's tables, switched off by their owner. */
export const LOCK_ROWS: readonly string[] = ['decisions', 'approvals', 'attempts', 'commitments'].map(
  (table) => `alter table ${table} disable trigger user`,
)

export function lockOf(name: string | undefined): Lock | null {
  return LOCKS.find((lock) => lock === name) ?? null
}

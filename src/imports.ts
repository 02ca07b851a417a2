/**
 * Taking over a customer's records from a file: all of it or nothing.
 *
 * @module
 */
import type pg from 'pg'
import { type CustomerFile, parseCustomerFile } from '../tools/imports/customer-file.ts'
import type { Clock } from '../tools/shared/clock.ts'
import { type Fault, InvalidInput } from '../tools/shared/errors.ts'
import { record } from './db/postgres-audit.ts'
import type { Queryable } from './db/queryable.ts'
import { recordStatement, type StatementTable } from './db/statements.ts'
import { inTransaction } from './db/transaction.ts'

/** Ids by what became of them. */
export interface ListReport {
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly unchanged: readonly string[]
}

export interface ImportReport {
  readonly customerId: string
  readonly name: string
  readonly customer: 'added' | 'updated' | 'unchanged'
  readonly debts: ListReport
  readonly contracts: ListReport
  readonly offers: ListReport
}

const LISTS = ['debts', 'contracts', 'offers'] as const satisfies readonly StatementTable[]

/**
 * Imports one file that was parsed as JSON. The same content changes nothing; a newer `asOf` becomes current and the older
 * stays as history. Records that the file does not mention stay as they are.
 *
 * @throws InvalidInput with every fault by its path: of the format, between records, and statements older than what is
 * on record, or of the same day with other content
 */
export async function importFile(parts: { pool: pg.Pool; clock: Clock }, json: unknown): Promise<ImportReport> {
  const file = parseCustomerFile(json)
  const at = parts.clock.now()
  return inTransaction(parts.pool, async (client) => {
    const customer = await putCustomer(client, file.customer, at)
    const faults: Fault[] = []
    const report: ImportReport = {
      ...{ customerId: file.customer.id, name: file.customer.name, customer },
      debts: await putList(client, 'debts', file, at, faults),
      contracts: await putList(client, 'contracts', file, at, faults),
      offers: await putList(client, 'offers', file, at, faults),
    }
    if (faults.length > 0) throw new InvalidInput(faults)
    if (changed(report)) await note(client, report, at)
    return report
  })
}

/** Whether an import left anything other than it was. */
export function changed(report: ImportReport): boolean {
  return (
    report.customer !== 'unchanged' ||
    LISTS.some((list) => report[list].added.length > 0 || report[list].updated.length > 0)
  )
}

/** Adds or updates the customer and locks the row, so that two imports of one customer go one after the other. */
async function putCustomer(
  client: Queryable,
  customer: CustomerFile['customer'],
  at: Date,
): Promise<ImportReport['customer']> {
  const json = JSON.stringify(customer)
  const inserted = await client.query(
    'insert into customers (id, record, updated_at) values ($1, $2, $3) on conflict (id) do nothing',
    [customer.id, json, at],
  )
  if (inserted.rowCount === 1) return 'added'
  await client.query('select from customers where id = $1 for update', [customer.id])
  const updated = await client.query(
    'update customers set record = $2, updated_at = $3 where id = $1 and record <> $2::jsonb',
    [customer.id, json, at],
  )
  return updated.rowCount === 1 ? 'updated' : 'unchanged'
}

async function putList(
  client: Queryable,
  list: StatementTable,
  file: CustomerFile,
  at: Date,
  faults: Fault[],
): Promise<ListReport> {
  const report = { added: [] as string[], updated: [] as string[], unchanged: [] as string[] }
  for (const [index, statement] of file[list].entries()) {
    const change = await recordStatement(client, list, { customerId: file.customer.id, record: statement, at })
    if (change === 'older') {
      faults.push({ path: `${list}[${index}].asOf`, reason: 'is older than what is on record' })
    } else if (change === 'contradicts') {
      const reason = 'is the day of what is on record, which says otherwise; a correction needs a newer day'
      faults.push({ path: `${list}[${index}].asOf`, reason })
    } else {
      report[change].push(statement.id)
    }
  }
  return report
}

async function note(client: Queryable, report: ImportReport, at: Date): Promise<void> {
  const { customerId, name: _, ...detail } = report
  await record(
    { customerId, actor: 'operator', action: 'records.changed', subject: customerId, detail: { ...detail }, at },
    client,
  )
}

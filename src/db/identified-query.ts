/**
 * One statement with the identity it runs under, in one round trip.
 *
 * The identity goes with the statement in the same group of protocol messages, before its Sync: the server runs both in
 * one transaction, and the settings end with it. Nothing stays with the connection, so that a pooled
 * connection, ours or a pooler's, never carries one request's identity into another's.
 *
 * @module
 */
import pg from 'pg'
import type { Identity } from './identity.ts'

/**
 * Local to the transaction: the statement's own, or the one that `begin` opens. A transaction whose process says nothing
 * for as long as a lease lasts (a machine that stands still, a network that lets nothing pass) is ended by the server:
 * others wait for the rows that it has locked.
 */
export const SET_IDENTITY = {
  name: 'parley_identity',
  text: /* sql */ `
    select set_config('parley.role', $1, true), set_config('parley.customer', $2, true),
      set_config('parley.subject', $3, true), set_config('idle_in_transaction_session_timeout', '15s', true)`,
}

const STATEMENT_IS_GONE = '26000'

/** The parts of the driver that its types leave out. */
interface Wire {
  readonly parsedStatements: Record<string, string | undefined>
  bind(config: { portal: string; statement: string; values: readonly string[] }): void
  execute(config: { portal: string }): void
  sync(): void
}

interface DriverQuery extends pg.Submittable {
  prepare(connection: Wire): void
  _getRows(connection: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
}

type Settled = (error: Error | null, result: pg.QueryResult) => void

const DriverQuery = pg.Query as unknown as new (
  config: pg.QueryConfig & { queryMode: 'extended' },
  values: undefined,
  settled: Settled,
) => DriverQuery

class IdentifiedQuery extends DriverQuery {
  readonly #identity: readonly string[]
  /** Answers come in the order of the questions: those to the identity's statement are not the caller's. */
  readonly #ours: number
  #answered = 0

  constructor(statement: pg.QueryConfig, identity: readonly string[], settled: Settled) {
    super({ ...statement, queryMode: 'extended' }, undefined, settled)
    this.#identity = identity
    // A transaction that has already run a statement takes no isolation level any more.
    this.#ours = /^begin\b/.test(statement.text) ? 1 : 0
  }

  override prepare(connection: Wire): void {
    if (this.#ours === 0) this.#identify(connection)
    super.prepare(connection)
  }

  /** Called by the driver where it has bound the statement: runs it and ends the group. */
  override _getRows(connection: Wire): void {
    connection.execute({ portal: '' })
    if (this.#ours === 1) this.#identify(connection)
    connection.sync()
  }

  override handleDataRow(message: unknown): void {
    if (this.#answered !== this.#ours) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#answered !== this.#ours) super.handleCommandComplete(message, connection)
    this.#answered += 1
  }

  #identify(connection: Wire): void {
    connection.bind({ portal: '', statement: SET_IDENTITY.name, values: this.#identity })
    connection.execute({ portal: '' })
  }
}

/**
 * Runs one statement under an identity; with null it finds no customer's rows. `begin` makes the identity last until the
 * transaction ends, so that the client's plain statements inside it need nothing more.
 */
export async function queryAs(
  client: pg.PoolClient,
  identity: Identity | null,
  statement: pg.QueryConfig,
): Promise<pg.QueryResult> {
  const values = [identity?.role ?? '', identity?.customerId ?? '', identity?.subject ?? '']
  const { parsedStatements } = (client as unknown as { readonly connection: Wire }).connection
  if (parsedStatements[SET_IDENTITY.name] === undefined) await client.query({ ...SET_IDENTITY, values })
  try {
    return await submit(client, statement, values)
  } catch (error) {
    if ((error as { code?: string }).code !== STATEMENT_IS_GONE) throw error
    // A pooler put another connection behind this one; nothing was done yet, and prepared anew it works.
    for (const name of [SET_IDENTITY.name, statement.name]) if (name !== undefined) delete parsedStatements[name]
    await client.query({ ...SET_IDENTITY, values })
    return submit(client, statement, values)
  }
}

function submit(client: pg.PoolClient, statement: pg.QueryConfig, values: readonly string[]): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const settled: Settled = (error, result) => {
      if (error === null) return resolve(result)
      Error.captureStackTrace(error, submit) // the driver's own leads to a socket
      reject(error)
    }
    client.query(new IdentifiedQuery(statement, values, settled))
  })
}

/**
 * The steps of the path from a message to its receipt at which a process is stopped, in the order of the path.
 *
 * A step is watched from outside: by the statements and requests that the process makes. `watch-process.ts` watches. A
 * test walks the path and sees that every point lies on it.
 *
 * @module
 */

export interface StatementWatch {
  readonly kind: 'statement'
  readonly text: RegExp
  /** Of the bound values as JSON; any where it is left out. */
  readonly values?: RegExp
}

export interface RequestWatch {
  readonly kind: 'request'
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
}

export interface FaultPoint {
  readonly name: string
  /** What is waited for: a statement to the database, or a request to a counterparty. */
  readonly watch: StatementWatch | RequestWatch
  /**
   * `before`: nothing has left the process. `during`: it is on its way. `after`: the answer is there, or the statement's
   * transaction committed, and nothing that follows from it was done.
   */
  readonly when: 'before' | 'during' | 'after'
  /** The point at which a process must have died before: this one lies on the way on which its work is taken up again. */
  readonly behind?: string
}

const statement = (name: string, when: FaultPoint['when'], text: RegExp, values?: RegExp): FaultPoint => ({
  name,
  when,
  watch: { kind: 'statement', text, ...(values === undefined ? {} : { values }) },
})
const request = (
  name: string,
  when: FaultPoint['when'],
  path: RegExp,
  method: 'GET' | 'POST' = 'POST',
): FaultPoint => ({
  name,
  when,
  watch: { kind: 'request', method, path },
})

// Each of the two also reads what the other writes.
const MESSAGE = /insert into messages [^)]+\)\s*select \$1, id, 'customer'/
const REPLY = /insert into messages [^)]+\bin_reply_to\b/

export const FAULT_POINTS: readonly FaultPoint[] = [
  statement('message about to be stored', 'before', MESSAGE),
  statement('message stored', 'after', MESSAGE),
  statement('run under way', 'after', /select unnest\(tsvector_to_array/), // the library is asked in a turn alone
  {
    ...statement('broken-off run taken up again', 'after', /select t\.customer_id, t\.locale/),
    behind: 'message stored',
  },
  statement('reply about to be stored', 'before', REPLY),
  statement('reply stored', 'after', REPLY),
  statement('mandate drafted', 'after', /insert into mandates/),
  statement('mandate about to be confirmed', 'before', /insert into mandate_events/, /"confirmed"/),
  statement('mandate confirmed', 'after', /insert into mandate_events/, /"confirmed"/),
  statement('negotiation taken', 'after', /insert into run_leases/, /"negotiation:/),
  statement('our move stored', 'after', /insert into moves/, /"ours"/),
  request('move about to be sent', 'before', /\/negotiations(\/[^/]+\/moves)?$/),
  request('move on its way', 'during', /\/negotiations(\/[^/]+\/moves)?$/),
  request('move answered', 'after', /\/negotiations(\/[^/]+\/moves)?$/),
  statement('answer to the move recorded', 'after', /insert into moves/, /"theirs"/),
  statement('negotiation ended', 'after', /update negotiations set status/),
  statement('conclusion taken', 'after', /insert into run_leases/, /"task:/),
  statement('proposal about to be recorded', 'before', /insert into proposals/),
  statement('proposal recorded', 'after', /insert into proposals/),
  statement('customer told of the proposal', 'after', /insert into messages/, /"task:[^"]+:prop/),
  statement('vote recorded', 'after', /insert into decisions/),
  statement('approval about to be written', 'before', /insert into approvals/),
  statement('approval written', 'after', /insert into approvals/),
  statement('execution taken', 'after', /insert into execution_leases/),
  statement('attempt about to be recorded', 'before', /insert into attempts/, /"started"/),
  statement('attempt recorded', 'after', /insert into attempts/, /"started"/),
  request('commit on its way', 'during', /\/offers\/[^/]+\/commit$/),
  request('commit answered', 'after', /\/offers\/[^/]+\/commit$/),
  statement('commitment about to be recorded', 'before', /insert into commitments/),
  statement('commitment recorded', 'after', /insert into commitments/),
  statement('attempt of the next act recorded', 'after', /insert into attempts/, /^\[[^,]*,1,"started"/),
  request('next act on its way', 'during', /\/notices$/),
  request('next act answered', 'after', /\/notices$/),
  statement('next act recorded', 'after', /insert into commitments/, /^\[[^,]*,1,/),
  statement('customer about to be told of the outcome', 'before', /insert into messages/, /"outcome:/),
  statement('customer told of the outcome', 'after', /insert into messages/, /"outcome:/),
]

/** @throws Error when there is none of that name */
export function faultPoint(name: string): FaultPoint {
  const point = FAULT_POINTS.find((known) => known.name === name)
  if (point === undefined) throw new Error(`There is no fault point "${name}".`)
  return point
}

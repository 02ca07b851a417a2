/**
 * The steps of the path from a message to its receipt at which a process is stopped, in the order of the path.
 *
 * A step is watched from outside: by the statements and requests that the process makes. `stop-at.ts` watches.
 *
 * @module
 */

/** What is waited for: a statement to the database, or a request to a counterparty. */
export type Watch =
  | {
      readonly kind: 'statement'
      readonly text: RegExp
      /** Of the bound values as JSON; any where it is left out. */
      readonly values?: RegExp
    }
  | { readonly kind: 'request'; readonly method: 'GET' | 'POST'; readonly path: RegExp }

export interface FaultPoint {
  readonly name: string
  readonly watch: Watch
  /**
   * `before`: nothing has left the process. `during`: it is on its way. `after`: the answer is there, or the statement's
   * transaction committed, and nothing that follows from it was done.
   */
  readonly when: 'before' | 'during' | 'after'
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

export const FAULT_POINTS: readonly FaultPoint[] = [
  statement('message about to be stored', 'before', /insert into messages[\s\S]*'customer'/),
  statement('message stored', 'after', /insert into messages[\s\S]*'customer'/),
  statement('run started', 'after', /select t\.customer_id, t\.locale/),
  statement('reply about to be stored', 'before', /insert into messages[\s\S]*in_reply_to/),
  statement('reply stored', 'after', /insert into messages[\s\S]*in_reply_to/),
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

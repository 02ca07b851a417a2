/**
 * The next thing to do for a wish: call a tool, ask back, or speak.
 *
 * @module
 */

export type ToolName =
  | 'list_debts'
  | 'list_contracts'
  | 'compare_loans'
  | 'compare_insurance'
  | 'start_negotiation'
  | 'follow_negotiation'
  | 'change_limits'
  | 'propose_commitment'
  | 'decline_proposal'
  | 'contest_fee'
  | 'search_knowledge'
  | 'ask_for_human'
  | 'explain_figure'

/** What can be asked back; the wording is in `say/ask-back.ts`. */
export type AskBack =
  | 'which-need'
  | 'which-topic-loan'
  | 'which-topic-insurance'
  | 'which-contract'
  | 'which-debt'
  | 'which-insurance'
  | 'which-limit'
  | 'plan-or-settlement'
  | 'yes-to-what'

export type Step =
  | { readonly do: 'call'; readonly tool: ToolName; readonly args: Readonly<Record<string, unknown>> }
  | { readonly do: 'ask'; readonly what: AskBack; readonly options: readonly string[] }
  /** Words the newest answer. */
  | { readonly do: 'report' }
  | { readonly do: 'manners'; readonly manner: Manner }

export type Manner =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'abilities'
  | 'leave'
  | 'unclear'
  | 'cannot-pay'
  | 'cannot-cancel'
  | 'no-contract'
  | 'nothing-open'
  | 'no-fee'
  | 'nothing-to-accept'
  | 'tool-failed'
  | 'not-available'

export function call(tool: ToolName, args: Readonly<Record<string, unknown>> = {}): Extract<Step, { do: 'call' }> {
  return { do: 'call', tool, args }
}

export function ask(what: AskBack, options: readonly string[] = []): Extract<Step, { do: 'ask' }> {
  return { do: 'ask', what, options }
}

export function manners(manner: Manner): Extract<Step, { do: 'manners' }> {
  return { do: 'manners', manner }
}

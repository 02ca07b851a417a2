/**
 * What a model says, in the pieces in which OpenAI-compatible endpoints stream it.
 *
 * @module
 */

/** Text, or calls with their arguments as JSON, broken or not. */
export interface Spoken {
  readonly text: string
  readonly calls: readonly { readonly name: string; readonly args: string }[]
}

export const chunks = {
  /** The calls in one piece. */
  whole(calls: Spoken['calls']) {
    return calls.map(({ name, args }, index) => call(index, name, args))
  },

  /** All pieces, the last one naming why it ended. */
  streamed({ text, calls }: Spoken): readonly unknown[] {
    const pieces = calls.flatMap(({ name, args }, index) => [
      { tool_calls: [{ ...call(index, name, ''), index }] },
      ...(args.match(/.{1,24}/gs) ?? []).map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ])
    const words = calls.length > 0 ? [] : (text.match(/\s*\S+\s*$|\s*\S+/g) ?? []).map((content) => ({ content }))
    return [
      chunk({ role: 'assistant', content: calls.length > 0 ? null : '' }),
      ...[...pieces, ...words].map((delta) => chunk(delta)),
      chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
    ]
  },
}

function call(index: number, name: string, args: string) {
  return { id: `call_${index}_${name}`, type: 'function', function: { name, arguments: args } }
}

function chunk(delta: Readonly<Record<string, unknown>>, reason: string | null = null) {
  const choices = [{ index: 0, delta, finish_reason: reason }]
  return { id: 'c1', object: 'chat.completion.chunk', created: 0, model: 'scripted', choices }
}

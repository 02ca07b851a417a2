/* Requests to /v1. The token comes in the fragment, lives in this tab, and travels in a header alone. */

const KEY = 'parley-token'

const handed = new URLSearchParams(location.hash.slice(1)).get('token')
if (handed !== null) {
  sessionStorage.setItem(KEY, handed)
  history.replaceState(null, '', location.pathname)
}

export const signedIn = () => sessionStorage.getItem(KEY) !== null
export const signIn = (token) => sessionStorage.setItem(KEY, token)
export const signOut = () => sessionStorage.removeItem(KEY)

function headers(extra) {
  return { authorization: `Bearer ${sessionStorage.getItem(KEY)}`, ...extra }
}

/** A refusal, with the sentence and code of its problem document. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail)
    this.code = problem.code
    this.status = problem.status
  }
}

async function refusalOf(response) {
  const problem = await response.json().catch(() => ({ detail: response.statusText, status: response.status }))
  return new Refusal(problem)
}

async function request(method, path, body, extra = {}) {
  const response = await fetch(`/v1${path}`, {
    method,
    headers: headers({ ...extra, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await refusalOf(response)
  return response.status === 204 ? null : response.json()
}

export const get = (path) => request('GET', path)

/** A file, as it is kept. */
export async function file(path) {
  const response = await fetch(`/v1${path}`, { headers: headers() })
  if (!response.ok) throw await refusalOf(response)
  return response.blob()
}

export const del = (path) => request('DELETE', path)
export const put = (path, body) => request('PUT', path, body)
/** A POST that the server does once, however often the network makes us send it. */
export const post = (path, body) => request('POST', path, body, { 'idempotency-key': crypto.randomUUID() })

/** Server-sent events over fetch, because EventSource cannot send a header. Calls `onEvent(event, data, id)`. */
export async function stream(method, path, { body, signal, lastEventId, onEvent }) {
  const response = await fetch(`/v1${path}`, {
    method,
    signal: signal ?? null,
    headers: headers({
      accept: 'text/event-stream',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await refusalOf(response)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let waiting = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    waiting += value
    const blocks = waiting.split('\n\n')
    waiting = blocks.pop()
    for (const block of blocks) deliver(block, onEvent)
  }
}

function deliver(block, onEvent) {
  const field = (name) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join('\n')
  const data = field('data')
  if (data !== '') onEvent(field('event'), JSON.parse(data), field('id'))
}

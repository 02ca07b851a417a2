/**
 * The wire between one server and its database, which can stand still or break.
 *
 * @module
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Link {
  /** The database's URL by this wire. */
  readonly url: string
  /** Nothing passes any more, and nobody is told. */
  hold(): void
  /** The same, once the server is about to say this to the database; resolves when it has come to that. */
  holdBefore(words: RegExp): Promise<void>
  /** Every connection breaks, and none is made. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function openLink(databaseUrl: string): Promise<Link> {
  const target = new URL(databaseUrl)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: 'whole' | 'held' | 'cut' = 'whole'
  let trap: { readonly words: RegExp; readonly sprung: () => void } | null = null
  const every = (act: (socket: Socket) => void) => {
    for (const pair of pairs) for (const socket of pair) act(socket)
  }
  const hold = () => {
    state = 'held'
    every((socket) => socket.pause())
  }
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(Number(target.port === '' ? 5432 : target.port), target.hostname)
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (chunk: Buffer) => {
        if (from !== near || trap === null || !trap.words.test(chunk.toString('latin1'))) return void to.write(chunk)
        hold()
        near.unshift(chunk)
        trap.sprung()
        trap = null
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        to.destroy()
        pairs.delete(pair)
      })
    }
    if (state === 'held') for (const socket of pair) socket.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    hold,
    holdBefore: (words) =>
      new Promise((resolve) => {
        trap = { words, sprung: resolve }
      }),
    cut() {
      state = 'cut'
      every((socket) => socket.resetAndDestroy())
    },
    mend() {
      state = 'whole'
      trap = null
      every((socket) => socket.resume())
    },
    close: () =>
      new Promise((resolve) => {
        every((socket) => socket.destroy())
        server.close(() => resolve())
      }),
  }
}

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type Link, openLink } from '../../../evals/fire/link.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

/** A database that answers each word with the same word, and a server that talks to it by the wire. */
async function openWire(): Promise<{ link: Link; server: Socket; heard: () => string }> {
  let heard = ''
  const database = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      heard += chunk
      socket.write(chunk)
    })
  }).listen(0, '127.0.0.1')
  await once(database, 'listening')
  opened.push(() => database.close())
  const link = await openLink(`postgres://app@127.0.0.1:${(database.address() as AddressInfo).port}/books`)
  opened.push(() => link.close())
  const server = connect(Number(new URL(link.url).port), '127.0.0.1')
  opened.push(() => server.destroy())
  return { link, server, heard: () => heard }
}

/** Says a word and waits for the answer. */
async function exchange(server: Socket, word: string): Promise<string> {
  server.write(word)
  const [answer] = (await once(server, 'data')) as [Buffer]
  return answer.toString()
}

it('stands still just before the words that were waited for, and lets them pass once it is mended', async () => {
  const { link, server, heard } = await openWire()
  expect(await exchange(server, 'begin;')).toBe('begin;')
  const held = link.holdBefore(/insert into proposals/)
  expect(await exchange(server, 'select;')).toBe('select;')
  const answered = exchange(server, 'insert into proposals;')
  await held
  expect(heard()).toBe('begin;select;')
  link.mend()
  expect(await answered).toBe('insert into proposals;')
  expect(await exchange(server, 'insert into proposals, again;'), 'held once').toBe('insert into proposals, again;')
})

/** The connection of a delivery: to the address that was checked, under the URL's own name, and no further. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nodeTransport } from '../../../src/webhooks/node-transport.ts'

const heard: { host: string | undefined; url: string | undefined; body: string }[] = []
let port = 0
const server = createServer((request, response) => {
  void read(request).then((body) => {
    heard.push({ host: request.headers.host, url: request.url, body })
    if (request.url === '/hangs') return
    if (request.url === '/moved') response.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` }).end()
    else response.writeHead(200).end('x'.repeat(100_000))
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const post = (path: string, timeoutMs = 5_000, address = '127.0.0.1') =>
  nodeTransport.post({
    url: new URL(`http://hooks.example.org:${port}${path}`),
    address,
    headers: { 'content-type': 'application/json' },
    body: '{"ü":1}',
    timeoutMs,
  })

it('connects to the address it was given and asks nobody where the name is', async () => {
  expect(await post('/hook?k=1')).toEqual({ status: 200 })
  expect(heard.at(-1)).toEqual({ host: `hooks.example.org:${port}`, url: '/hook?k=1', body: '{"ü":1}' })
})

it('follows no redirect', async () => {
  expect(await post('/moved')).toEqual({ status: 302 })
  expect(heard.some(({ url }) => url === '/elsewhere')).toBe(false)
})

it('gives up when no answer comes in time', async () => {
  await expect(post('/hangs', 50)).rejects.toMatchObject({ name: expect.stringMatching(/Timeout|Abort/) })
})

it('says when nobody is there', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const free = (closed.address() as AddressInfo).port
  await new Promise((resolve) => closed.close(resolve))
  const url = new URL(`http://hooks.example.org:${free}/`)
  const request = { url, address: '127.0.0.1', headers: {}, body: '{}', timeoutMs: 2_000 }
  await expect(nodeTransport.post(request)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

it('looks up every address of a name', async () => {
  expect(await nodeTransport.resolve('127.0.0.1')).toEqual(['127.0.0.1'])
  expect(await nodeTransport.resolve('[::1]')).toEqual(['::1'])
})

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { migratePostgres, openDatabase } from '../../../src/db/open-database.ts'

it('says which PostgreSQL cannot be reached, without the password', async () => {
  const port = await unusedPort()
  const config = { url: `postgres://me:geheim@127.0.0.1:${port}/parley`, adminUrl: null } as const
  for (const opening of [openDatabase({ kind: 'postgres', ...config }), migratePostgres(config)]) {
    const error = await opening.then(
      () => null,
      (reason: Error) => reason,
    )
    expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE', message: expect.stringContaining(`127.0.0.1:${port}`) })
    expect(error?.message).not.toContain('geheim')
  }
})

/** A port that was free a moment ago. */
function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/**
 * A process that writes to an embedded database until it is killed, saying after each commit what it wrote.
 *
 * @module
 */
import { openEmbedded } from '../../src/db/embedded.ts'
import { inTransaction } from '../../src/db/transaction.ts'

const { pool } = await openEmbedded({ folder: process.argv[2] ?? null })
for (let i = 0; ; i += 1) {
  await inTransaction(pool, async (client) => {
    await client.query('insert into duty values ($1, true, now())', [`first-${i}`])
    await client.query('insert into duty values ($1, true, now())', [`second-${i}`])
  })
  process.stdout.write(`${i}\n`)
}

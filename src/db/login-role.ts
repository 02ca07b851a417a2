/**
 * The application's login on PostgreSQL, made by the owner so that one URL is enough to start.
 *
 * @module
 */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { ParleyError } from '../../tools/shared/errors.ts'
import { APPLICATION_ROLE } from './application-role.ts'

/**
 * The URL of the same database for `parley_app`, with a password that every replica derives alike from the owner's.
 * Without a password in the owner's URL (trust, peer) there is none in this one either.
 */
export function loginUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = APPLICATION_ROLE
  url.password = url.password === '' ? '' : passwordFrom(decodeURIComponent(url.password))
  return url.href
}

/** Lets `parley_app` log in with the derived password; does nothing where it can already. */
export async function enableLogin(owner: pg.Pool, ownerUrl: string): Promise<void> {
  if (await canLogIn(ownerUrl)) return
  const password = decodeURIComponent(new URL(loginUrl(ownerUrl)).password)
  const role = pg.escapeIdentifier(APPLICATION_ROLE)
  try {
    await owner.query(`alter role ${role} login${password === '' ? '' : ` password ${pg.escapeLiteral(password)}`}`)
  } catch (cause) {
    // Two replicas at once: the other one's change is the same change.
    if (!(await canLogIn(ownerUrl))) throw noLogin(cause)
    return
  }
  if (!(await canLogIn(ownerUrl))) throw noLogin(undefined)
}

function passwordFrom(secret: string): string {
  return createHmac('sha256', secret).update(`${APPLICATION_ROLE} login`).digest('hex')
}

async function canLogIn(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: loginUrl(ownerUrl), connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the attempt's own rejection says it
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function noLogin(cause: unknown): ParleyError {
  return new ParleyError(
    'CONFIG_INVALID',
    `The owner in DATABASE_URL cannot let ${APPLICATION_ROLE} log in. Create a login role without other rights, name it in DATABASE_URL, and the owner in DATABASE_ADMIN_URL.`,
    { cause },
  )
}

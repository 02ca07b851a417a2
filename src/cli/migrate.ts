/**
 * `npm run migrate`: brings PostgreSQL's schema up to date without starting a server, as the owner in DATABASE_ADMIN_URL
 * or DATABASE_URL. The embedded database migrates itself whenever it is opened.
 *
 * @module
 */
import { readSecrets } from '../config/secrets.ts'
import { migratePostgres } from '../db/open-database.ts'
import { readArguments } from '../read-arguments.ts'

readArguments('npm run migrate\n  as the owner in DATABASE_ADMIN_URL or DATABASE_URL', {}, () => null)
try {
  const { databaseUrl, databaseAdminUrl } = readSecrets(process.env)
  if (databaseUrl === null) {
    console.log('DATABASE_URL is not set: the embedded database migrates itself when it is opened.')
  } else {
    const taken = await migratePostgres({ url: databaseUrl, adminUrl: databaseAdminUrl })
    console.log(taken.length === 0 ? 'The schema is up to date.' : `Taken now: ${taken.join(', ')}.`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

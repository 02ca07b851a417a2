/**
 * Refuses to work as a role that could switch the gate off.
 *
 * @module
 */
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Queryable } from './queryable.ts'

/**
 * The third lock and the row policies hold only while the application can neither own nor become the owner of the gate's tables.
 *
 * @throws ParleyError CONFIG_INVALID when it could
 */
export async function requireLimitedRole(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ role: string; unlimited: boolean }>(/* sql */ `
    select current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = session_user)
        or pg_has_role(session_user, (select relowner from pg_class where oid = to_regclass('approvals')), 'member')
        as unlimited
  `)
  const found = rows[0]
  if (found === undefined || found.unlimited) {
    throw new ParleyError(
      'CONFIG_INVALID',
      `The role ${found?.role ?? ''} in DATABASE_URL could change approvals behind the gate. Name a role that neither owns the tables nor is a superuser, and the owner in DATABASE_ADMIN_URL.`,
    )
  }
}
